-- The tables of one data version, in the order in which they can be filled.
-- Codes are short ASCII; names stand beside them in Chinese and English. Every column carries its unit and meaning as a comment.
-- Integers identify fairs, employers, postings and batches, because the large tables join and count on them.

create table version_info (
    key varchar primary key,
    value varchar
);
comment on table version_info is 'Facts about this data version: schema_version, version_id, parent_version_id, origin (build, import, undo, reclassify, crosswalk or upgrade), sample_postings';
comment on column version_info.key is 'Name of the fact';
comment on column version_info.value is 'The fact as text';

create table regions (
    region_code varchar primary key,
    name_zh varchar not null,
    short_zh varchar not null,
    name_en varchar not null,
    pinyin varchar not null,
    initials varchar not null,
    level varchar not null check (level in ('province', 'prefecture', 'scope')),
    parent_code varchar,
    is_liaoning_unit boolean not null,
    official_order integer not null,
    tile_row integer,
    tile_column integer
);
comment on table regions is 'Places: provinces, prefecture-level units (GB/T 2260), Shenfu (21SF00) and the scopes remote, nationwide, abroad';
comment on column regions.parent_code is 'Province code; null for a province or a scope. Shenfu belongs to the province, never to a city, so totals count it once';
comment on column regions.is_liaoning_unit is 'True for the 14 cities and Shenfu';
comment on column regions.tile_row is 'Row on the tile grid, 0 at the top; null outside Liaoning';
comment on column regions.region_code is 'GB/T 2260 code; 21SF00 for Shenfu; remote, nationwide or abroad for a scope';
comment on column regions.name_zh is 'Name in Chinese';
comment on column regions.short_zh is 'Short name in Chinese, as it stands on charts';
comment on column regions.name_en is 'Name in English';
comment on column regions.pinyin is 'Name in pinyin without tones, for searching';
comment on column regions.initials is 'First letters of the pinyin, for searching';
comment on column regions.level is 'province, prefecture or scope';
comment on column regions.official_order is 'Place in the official order of regions';
comment on column regions.tile_column is 'Column on the tile grid, 0 at the left; null outside Liaoning';

create table universities (
    university_code varchar primary key,
    name_zh varchar not null,
    short_zh varchar not null,
    name_en varchar not null,
    aliases varchar,
    pinyin varchar not null,
    initials varchar not null,
    region_code varchar,
    province_code varchar not null,
    level varchar not null check (level in ('undergraduate', 'vocational')),
    is_in_liaoning boolean not null
);
comment on table universities is 'Institutions of higher education by the five-digit school code of the Ministry of Education';
comment on column universities.aliases is 'Other names, former names, separated by |';
comment on column universities.university_code is 'Five-digit school code of the Ministry of Education';
comment on column universities.name_zh is 'Name in Chinese';
comment on column universities.short_zh is 'Short name in Chinese, as it stands on charts';
comment on column universities.name_en is 'Name in English';
comment on column universities.pinyin is 'Name in pinyin without tones, for searching';
comment on column universities.initials is 'First letters of the pinyin, for searching';
comment on column universities.region_code is 'Prefecture of the seat, null when unknown';
comment on column universities.province_code is 'Province of the seat';
comment on column universities.level is 'undergraduate or vocational';
comment on column universities.is_in_liaoning is 'True where the seat is in Liaoning';

create table sectors (
    sector_code varchar primary key,
    name_zh varchar not null,
    name_en varchar not null,
    pinyin varchar not null,
    initials varchar not null,
    official_order integer not null
);
comment on table sectors is 'Fields of work; unclassified is one of them';
comment on column sectors.sector_code is 'Sector';
comment on column sectors.name_zh is 'Name in Chinese';
comment on column sectors.name_en is 'Name in English';
comment on column sectors.pinyin is 'Name in pinyin without tones, for searching';
comment on column sectors.initials is 'First letters of the pinyin, for searching';
comment on column sectors.official_order is 'Place in the official order, counted from 1';

create table industries (
    industry_section varchar primary key,
    name_zh varchar not null,
    name_en varchar not null
);
comment on table industries is 'Sections A to T of GB/T 4754-2017';
comment on column industries.industry_section is 'Letter of the section, A to T';
comment on column industries.name_zh is 'Name in Chinese';
comment on column industries.name_en is 'Name in English';

create table education_levels (
    education_level varchar primary key,
    rank integer not null,
    name_zh varchar not null,
    name_en varchar not null
);
comment on table education_levels is 'Lowest level of education accepted, none to doctor, and unknown (rank -1)';
comment on column education_levels.education_level is 'Lowest level of education accepted';
comment on column education_levels.rank is 'Order from 0 (none) upward; -1 for unknown';
comment on column education_levels.name_zh is 'Name in Chinese';
comment on column education_levels.name_en is 'Name in English';

create table ownerships (
    ownership varchar primary key,
    name_zh varchar not null,
    name_en varchar not null,
    official_order integer not null
);
comment on table ownerships is 'Kinds of ownership of an employer: state, private, foreign, institution, government, other, unknown';
comment on column ownerships.ownership is 'Kind of ownership';
comment on column ownerships.name_zh is 'Name in Chinese';
comment on column ownerships.name_en is 'Name in English';
comment on column ownerships.official_order is 'Place in the official order, counted from 1';

create table fair_kinds (
    fair_kind varchar primary key,
    name_zh varchar not null,
    name_en varchar not null,
    official_order integer not null
);
comment on table fair_kinds is 'Kinds of fair: launch, on_site, campus, special, enterprise, online';
comment on column fair_kinds.fair_kind is 'Kind of fair';
comment on column fair_kinds.name_zh is 'Name in Chinese';
comment on column fair_kinds.name_en is 'Name in English';
comment on column fair_kinds.official_order is 'Place in the official order, counted from 1';

create table disciplines (
    discipline_code varchar primary key,
    name_zh varchar not null,
    name_en varchar not null,
    official_order integer not null
);
comment on table disciplines is 'Discipline categories of the Ministry of Education (01 philosophy to 14 interdisciplinary)';
comment on column disciplines.discipline_code is 'Code of the category, two digits';
comment on column disciplines.name_zh is 'Name in Chinese';
comment on column disciplines.name_en is 'Name in English';
comment on column disciplines.official_order is 'Place in the official order, counted from 1';

create table major_classes (
    class_code varchar primary key,
    name_zh varchar not null,
    name_en varchar not null,
    discipline_code varchar not null references disciplines (discipline_code)
);
comment on table major_classes is 'Classes of undergraduate majors in the catalogue of the Ministry of Education';
comment on column major_classes.class_code is 'Code of the class, four digits';
comment on column major_classes.name_zh is 'Name in Chinese';
comment on column major_classes.name_en is 'Name in English';
comment on column major_classes.discipline_code is 'Discipline category the class belongs to (disciplines)';

create table discipline_sectors (
    discipline_code varchar not null references disciplines (discipline_code),
    sector_code varchar not null references sectors (sector_code),
    weight double not null check (weight > 0 and weight <= 1),
    rationale varchar not null,
    primary key (discipline_code, sector_code)
);
comment on column discipline_sectors.weight is 'Share of the discipline that looks for work in the sector; the weights of a discipline add up to 1';
comment on table discipline_sectors is 'Which sectors the graduates of a discipline look for work in';
comment on column discipline_sectors.discipline_code is 'Discipline category, two digits (disciplines)';
comment on column discipline_sectors.sector_code is 'Sector (sectors)';
comment on column discipline_sectors.rationale is 'Why the weight is what it is';

create table sources (
    source_id varchar primary key,
    title varchar not null,
    producer varchar,
    published_on date,
    url varchar,
    licence varchar,
    language varchar,
    note varchar
);
comment on table sources is 'Where a number or a list comes from';
comment on column sources.source_id is 'Source';
comment on column sources.title is 'Title of the text or list';
comment on column sources.producer is 'Who published it, null when not stated';
comment on column sources.published_on is 'Day of publication, null when not stated';
comment on column sources.url is 'Address, kept as text and never opened by the program';
comment on column sources.licence is 'Licence, or what was taken from it';
comment on column sources.language is 'Language of the text: zh or en';
comment on column sources.note is 'Remark';

create table batches (
    batch_id integer primary key,
    file_name varchar not null,
    sha256 varchar not null,
    table_kind varchar not null check (table_kind in ('postings', 'attendance', 'employers', 'agreements', 'livestream', 'policies', 'pacts')),
    office varchar references regions (region_code),
    fair_id integer,
    status varchar not null default 'active' check (status in ('active', 'replaced', 'undone')),
    ended_at timestamp,
    replaced_by integer,
    sheet_count integer not null,
    rows_read bigint not null,
    rows_loaded bigint not null,
    rows_rejected bigint not null,
    rows_repeated bigint not null,
    mapping json not null,
    column_report json not null,
    imported_at timestamp not null
);
comment on table batches is 'One imported file each; rows_read = rows_loaded + rows_rejected + rows_repeated';
comment on column batches.mapping is 'For every sheet: header row, and for each column its heading, field and the reason';
comment on column batches.column_report is 'For every field: cells filled, parsed, unparsed';
comment on column batches.imported_at is 'UTC';
comment on column batches.batch_id is 'Imported file, counted from 1';
comment on column batches.file_name is 'Name of the file as it was sent';
comment on column batches.sha256 is 'SHA-256 of the file, 64 hexadecimal digits';
comment on column batches.table_kind is 'What the file holds: postings, attendance, employers, agreements, livestream, policies or pacts';
comment on column batches.office is 'Office that sent the file, by its region (regions); null when not stated';
comment on column batches.fair_id is 'Fair the file belongs to; null for a list of employers or agreements that belongs to none. The fair itself goes with its last records';
comment on column batches.status is 'active; replaced by a newer filing of the office; or undone. Only an active batch has records';
comment on column batches.ended_at is 'When it was replaced or undone, UTC; null while active';
comment on column batches.replaced_by is 'The batch that took its place; null unless replaced';
comment on column batches.sheet_count is 'Sheets read';
comment on column batches.rows_read is 'Rows under the header, without blank rows, totals and repeated headers';
comment on column batches.rows_loaded is 'Rows that became records';
comment on column batches.rows_rejected is 'Rows that could not be a record';
comment on column batches.rows_repeated is 'Exact repeats of another row, loaded once';

create table fairs (
    fair_id integer primary key,
    name_zh varchar not null,
    name_en varchar not null,
    fair_kind varchar not null references fair_kinds (fair_kind),
    record_kind varchar not null check (record_kind in ('recorded', 'published', 'synthetic')),
    campaign_zh varchar,
    campaign_en varchar,
    starts_on date not null,
    ends_on date not null check (ends_on >= starts_on),
    host_region_code varchar references regions (region_code),
    venue_zh varchar,
    venue_en varchar,
    source_id varchar references sources (source_id),
    filings_due_on date
);
comment on table fairs is 'One recruitment event each';
comment on column fairs.fair_id is 'Fair';
comment on column fairs.name_zh is 'Name in Chinese';
comment on column fairs.name_en is 'Name in English';
comment on column fairs.fair_kind is 'Kind of fair (fair_kinds)';
comment on column fairs.record_kind is 'recorded (imported), published (only published totals known) or synthetic (the sample)';
comment on column fairs.campaign_zh is 'Campaign in Chinese, null when none';
comment on column fairs.campaign_en is 'Campaign in English, null when none';
comment on column fairs.starts_on is 'First day';
comment on column fairs.ends_on is 'Last day';
comment on column fairs.host_region_code is 'Host city or region, null when unknown or online';
comment on column fairs.venue_zh is 'Venue in Chinese, null when not stated';
comment on column fairs.venue_en is 'Venue in English, null when not stated';
comment on column fairs.source_id is 'Source of a published fair, else null';
comment on column fairs.filings_due_on is 'Last day on which an office files in time; null means seven days after the last day of the fair';

create table employers (
    employer_id bigint primary key,
    name varchar not null,
    credit_code varchar,
    ownership varchar not null references ownerships (ownership),
    industry_section varchar references industries (industry_section),
    region_code varchar references regions (region_code),
    size_text varchar
);
comment on table employers is 'Who hires; one row per distinct name';
comment on column employers.credit_code is 'Unified social credit code, 18 characters, null when not stated';
comment on column employers.region_code is 'Seat of the employer, null when not stated';
comment on column employers.employer_id is 'Employer';
comment on column employers.name is 'Name as stated';
comment on column employers.ownership is 'Kind of ownership (ownerships)';
comment on column employers.industry_section is 'Section of GB/T 4754-2017, null when not stated';
comment on column employers.size_text is 'Size as stated, for example 150-500人';

create table employer_identities (
    employer_id bigint primary key,
    identity_id bigint not null,
    matched_by varchar not null check (matched_by in ('credit_code', 'name'))
);
comment on table employer_identities is 'Which rows of employers are one and the same employer, for comparing fairs; made anew with every version';
comment on column employer_identities.employer_id is 'Employer (employers)';
comment on column employer_identities.identity_id is 'The smallest employer_id of those that are one employer';
comment on column employer_identities.matched_by is 'credit_code where the employer states its unified social credit code; name where only its normalised name tells';

create table participations (
    fair_id integer not null,
    employer_id bigint not null,
    batch_id integer,
    primary key (fair_id, employer_id)
);
comment on table participations is 'An employer at a fair; every posting has one';
comment on column participations.batch_id is 'List of employers that names it at this fair; null where only postings do';
comment on column participations.fair_id is 'Fair (fairs)';
comment on column participations.employer_id is 'Employer (employers)';

create table postings (
    posting_id bigint not null,
    fair_id integer not null,
    employer_id bigint not null,
    batch_id integer,
    source_row integer,
    title varchar not null,
    sector_code varchar not null,
    region_code varchar,
    place_text varchar,
    ownership varchar not null,
    industry_section varchar,
    education_level varchar not null,
    education_text varchar,
    wage_min integer,
    wage_max integer,
    wage_period varchar not null,
    wage_months tinyint not null,
    wage_text varchar,
    headcount integer,
    headcount_status varchar not null,
    openings integer not null,
    major_text varchar,
    experience_text varchar,
    major_class_codes varchar []
);
comment on table postings is 'One row of a fair''s job table each. Keys are checked by the store after a batch, not declared: an index on this table would double its size';
comment on column postings.source_row is 'Row in the sender''s file, counted from 1; null for the sample';
comment on column postings.region_code is 'Place of work; null when unknown';
comment on column postings.wage_min is 'Yuan a month before tax, null where open or unknown';
comment on column postings.wage_max is 'Yuan a month before tax, null where open or unknown';
comment on column postings.wage_period is 'What the text states: month, year, day, hour, week, task or unknown';
comment on column postings.wage_months is 'Months paid a year, 12 unless stated (13薪)';
comment on column postings.headcount is 'As stated; null when several or missing';
comment on column postings.headcount_status is 'stated, several or missing';
comment on column postings.openings is 'headcount where stated, else 1';
comment on column postings.posting_id is 'Posting';
comment on column postings.fair_id is 'Fair (fairs)';
comment on column postings.employer_id is 'Employer (employers)';
comment on column postings.batch_id is 'Imported file; null for the sample';
comment on column postings.title is 'Job title as stated';
comment on column postings.sector_code is 'Sector given by the rules, unclassified where none fits';
comment on column postings.place_text is 'Place of work as stated';
comment on column postings.ownership is 'Kind of ownership (ownerships)';
comment on column postings.industry_section is 'Section of GB/T 4754-2017, null when not stated';
comment on column postings.education_level is 'Lowest level of education accepted (education_levels)';
comment on column postings.education_text is 'Education as stated';
comment on column postings.wage_text is 'Wage as stated';
comment on column postings.major_text is 'Majors as stated, null when not stated';
comment on column postings.major_class_codes is 'Classes of majors accepted (major_classes); empty where any major is, null when not stated or not understood';
comment on column postings.experience_text is 'Experience as stated, null when not stated';

create table attendance (
    fair_id integer not null,
    batch_id integer,
    channel varchar not null check (channel in ('on_site', 'livestream')),
    unit varchar not null check (unit in ('people', 'visits', 'views')),
    university_code varchar,
    degree_level varchar,
    discipline_code varchar,
    major_class_code varchar,
    slot_minute smallint,
    attendance_count bigint not null check (attendance_count >= 0)
);
comment on table attendance is 'Counts of people, visits or views at a fair, aggregated on arrival: no person is ever stored';
comment on column attendance.degree_level is 'associate, bachelor, master or doctor; null when not stated';
comment on column attendance.slot_minute is 'Start of the time slot in minutes after local midnight (hours on site, ten minutes for a broadcast); null when not stated';
comment on column attendance.fair_id is 'Fair (fairs)';
comment on column attendance.batch_id is 'Imported file; null for the sample';
comment on column attendance.channel is 'on_site or livestream';
comment on column attendance.unit is 'What is counted: people, visits or views; the three are never added up';
comment on column attendance.university_code is 'University of the people counted, null when not stated';
comment on column attendance.discipline_code is 'Discipline category of the people counted, null when not stated';
comment on column attendance.major_class_code is 'Class of the major of the people counted (major_classes), null when not stated';
comment on column attendance.attendance_count is 'People, visits or views, according to unit';

create table agreements (
    agreement_id integer primary key,
    region_code varchar not null references regions (region_code),
    university_code varchar not null references universities (university_code),
    signed_on date not null,
    in_force_until date,
    fair_id integer,
    record_kind varchar not null,
    batch_id integer
);
comment on table agreements is 'School-site cooperation agreements between a region and a university';
comment on column agreements.agreement_id is 'Agreement';
comment on column agreements.region_code is 'Region that signed';
comment on column agreements.university_code is 'University that signed';
comment on column agreements.signed_on is 'Day of signing';
comment on column agreements.in_force_until is 'Last day in force, null when open';
comment on column agreements.fair_id is 'Fair (fairs) at which it was signed, null when elsewhere';
comment on column agreements.batch_id is 'Imported file; null for the sample';
comment on column agreements.record_kind is 'recorded (imported), published (only published totals known) or synthetic (the sample)';

create table pacts (
    pact_id integer primary key,
    name_zh varchar not null,
    name_en varchar not null,
    signed_on date not null,
    fair_id integer,
    record_kind varchar not null,
    batch_id integer
);
comment on table pacts is 'Cooperation agreements between provinces';
comment on column pacts.pact_id is 'Pact';
comment on column pacts.name_zh is 'Name in Chinese';
comment on column pacts.name_en is 'Name in English';
comment on column pacts.signed_on is 'Day of signing';
comment on column pacts.batch_id is 'Imported file; null for the sample and for published ones';
comment on column pacts.fair_id is 'Fair (fairs) at which it was signed, null when elsewhere';
comment on column pacts.record_kind is 'recorded (imported), published (only published totals known) or synthetic (the sample)';

create table pact_parties (
    pact_id integer not null,
    province_code varchar not null references regions (region_code),
    batch_id integer,
    primary key (pact_id, province_code)
);
comment on table pact_parties is 'The provinces that signed a pact';
comment on column pact_parties.pact_id is 'Pact (pacts)';
comment on column pact_parties.batch_id is 'Imported file; null for the sample and for published ones';
comment on column pact_parties.province_code is 'Province that signed';

create table policies (
    policy_id integer primary key,
    name_zh varchar not null,
    name_en varchar not null,
    issued_on date not null,
    region_code varchar references regions (region_code),
    source_id varchar,
    record_kind varchar not null,
    batch_id integer
);
comment on table policies is 'Employment and entrepreneurship policies';
comment on column policies.policy_id is 'Policy';
comment on column policies.name_zh is 'Name in Chinese';
comment on column policies.name_en is 'Name in English';
comment on column policies.batch_id is 'Imported file; null for the sample';
comment on column policies.issued_on is 'Day of issue';
comment on column policies.region_code is 'Region it applies to, null for the whole province';
comment on column policies.source_id is 'Source (sources), null where none is stated';
comment on column policies.record_kind is 'recorded (imported), published (only published totals known) or synthetic (the sample)';

create table published_figures (
    figure_id integer primary key,
    source_id varchar not null references sources (source_id),
    fair_id integer references fairs (fair_id),
    metric varchar not null,
    figure_name varchar not null,
    value double,
    unit varchar not null,
    is_approximate boolean not null
);
comment on table published_figures is 'Numbers stated in public texts';
comment on column published_figures.metric is 'Id in the metric registry where one fits, else the figure''s own name';
comment on column published_figures.value is 'Null where the text is garbled';
comment on column published_figures.figure_id is 'Published figure';
comment on column published_figures.source_id is 'Text in which it stands (sources)';
comment on column published_figures.fair_id is 'Fair it is about, null where it is about none';
comment on column published_figures.figure_name is 'Name of the figure';
comment on column published_figures.unit is 'What is counted';
comment on column published_figures.is_approximate is 'True where the text says about or over';

create table rejected_rows (
    batch_id integer not null,
    sheet varchar not null,
    source_row integer not null,
    column_name varchar not null,
    value varchar,
    reason varchar not null
);
comment on table rejected_rows is 'Rows that could not be a record, with the reason';
comment on column rejected_rows.batch_id is 'Imported file (batches)';
comment on column rejected_rows.sheet is 'Sheet of the file';
comment on column rejected_rows.source_row is 'Row in the file, counted from 1';
comment on column rejected_rows.column_name is 'Heading of the column at fault';
comment on column rejected_rows.value is 'What stood there, null when empty';
comment on column rejected_rows.reason is 'Why the row could not be a record';

create table unparsed_texts (
    batch_id integer not null,
    field varchar not null,
    text varchar not null,
    cell_count bigint not null
);
comment on table unparsed_texts is 'Cells whose text could not be understood: the value is null, the text is kept and counted';
comment on column unparsed_texts.batch_id is 'Imported file (batches)';
comment on column unparsed_texts.field is 'Field, for example wage';
comment on column unparsed_texts.text is 'Text that could not be understood';
comment on column unparsed_texts.cell_count is 'Cells with this text';

create table filing_changes (
    batch_id integer not null,
    change varchar not null check (change in ('added', 'removed', 'changed')),
    employer varchar not null,
    title varchar not null,
    before_text varchar,
    after_text varchar
);
comment on table filing_changes is 'What a filing changed against the one it replaced: postings added, removed, or with another wage, headcount, place or education';
comment on column filing_changes.batch_id is 'The newer filing (batches)';
comment on column filing_changes.change is 'added, removed or changed';
comment on column filing_changes.employer is 'Employer as stated';
comment on column filing_changes.title is 'Job title as stated';
comment on column filing_changes.before_text is 'Wage, headcount, place and education in the replaced filing; null where added';
comment on column filing_changes.after_text is 'The same in the newer filing; null where removed';

create table retired_rows (
    batch_id integer not null,
    table_name varchar not null,
    record json not null
);
comment on table retired_rows is 'Rows of batches that a newer filing replaced, set aside until that one is taken back';
comment on column retired_rows.batch_id is 'The replaced batch (batches)';
comment on column retired_rows.table_name is 'Table the row belongs to';
comment on column retired_rows.record is 'The row as JSON, by the names of its columns';

create table method_versions (
    method varchar not null check (method in ('discipline_sectors')),
    method_version varchar not null,
    adopted_at timestamp not null,
    row_count integer not null,
    note varchar,
    primary key (method, adopted_at)
);
comment on table method_versions is 'Which edition of an editable method this version of the data counts by; the latest one holds';
comment on column method_versions.method is 'The method: discipline_sectors, the crosswalk from disciplines to sectors';
comment on column method_versions.method_version is 'First eight digits of the SHA-256 of its content, the rows in order';
comment on column method_versions.adopted_at is 'When it came into the data, UTC';
comment on column method_versions.row_count is 'Rows it has';
comment on column method_versions.note is 'What was said about the change, null when nothing';
