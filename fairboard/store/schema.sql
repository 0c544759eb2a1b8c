-- The tables of one data version, in the order in which they can be filled.
-- Codes are short ASCII; names stand beside them in Chinese and English. Every column carries its unit and meaning as a comment.
-- Integers identify fairs, employers, postings and batches, because the large tables join and count on them.

create table version_info (
    key varchar primary key,
    value varchar
);
comment on table version_info is 'Facts about this data version: schema_version, version_id, parent_version_id, origin (build or import), sample_postings';

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

create table sectors (
    sector_code varchar primary key,
    name_zh varchar not null,
    name_en varchar not null,
    pinyin varchar not null,
    initials varchar not null,
    official_order integer not null
);
comment on table sectors is 'Fields of work; unclassified is one of them';

create table industries (
    industry_section varchar primary key,
    name_zh varchar not null,
    name_en varchar not null
);
comment on table industries is 'Sections A to T of GB/T 4754-2017';

create table education_levels (
    education_level varchar primary key,
    rank integer not null,
    name_zh varchar not null,
    name_en varchar not null
);
comment on table education_levels is 'Lowest level of education accepted, none to doctor, and unknown (rank -1)';

create table ownerships (
    ownership varchar primary key,
    name_zh varchar not null,
    name_en varchar not null,
    official_order integer not null
);
comment on table ownerships is 'Kinds of ownership of an employer: state, private, foreign, institution, government, other, unknown';

create table fair_kinds (
    fair_kind varchar primary key,
    name_zh varchar not null,
    name_en varchar not null,
    official_order integer not null
);
comment on table fair_kinds is 'Kinds of fair: launch, on_site, campus, special, enterprise, online';

create table disciplines (
    discipline_code varchar primary key,
    name_zh varchar not null,
    name_en varchar not null,
    official_order integer not null
);
comment on table disciplines is 'Discipline categories of the Ministry of Education (01 philosophy to 14 interdisciplinary)';

create table discipline_sectors (
    discipline_code varchar not null references disciplines (discipline_code),
    sector_code varchar not null references sectors (sector_code),
    weight double not null check (weight > 0 and weight <= 1),
    rationale varchar not null,
    primary key (discipline_code, sector_code)
);
comment on column discipline_sectors.weight is 'Share of the discipline that looks for work in the sector; the weights of a discipline add up to 1';

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

create table batches (
    batch_id integer primary key,
    file_name varchar not null,
    sha256 varchar not null,
    table_kind varchar not null,
    office varchar,
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
comment on column batches.mapping is 'For every sheet, heading to field';
comment on column batches.column_report is 'For every field: cells filled, parsed, unparsed';
comment on column batches.imported_at is 'UTC';

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
    source_id varchar references sources (source_id)
);
comment on table fairs is 'One recruitment event each';

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

create table participations (
    fair_id integer not null,
    employer_id bigint not null,
    primary key (fair_id, employer_id)
);
comment on table participations is 'An employer at a fair; every posting has one';

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
    experience_text varchar
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

create table attendance (
    fair_id integer not null,
    batch_id integer,
    channel varchar not null check (channel in ('on_site', 'livestream')),
    unit varchar not null check (unit in ('people', 'visits', 'views')),
    university_code varchar,
    degree_level varchar,
    discipline_code varchar,
    slot_minute smallint,
    attendance_count bigint not null check (attendance_count >= 0)
);
comment on table attendance is 'Counts of people, visits or views at a fair, aggregated on arrival: no person is ever stored';
comment on column attendance.degree_level is 'associate, bachelor, master or doctor; null when not stated';
comment on column attendance.slot_minute is 'Start of the time slot in minutes after local midnight (hours on site, ten minutes for a broadcast); null when not stated';

create table agreements (
    agreement_id integer primary key,
    region_code varchar not null references regions (region_code),
    university_code varchar not null references universities (university_code),
    signed_on date not null,
    in_force_until date,
    fair_id integer references fairs (fair_id),
    record_kind varchar not null
);
comment on table agreements is 'School-site cooperation agreements between a region and a university';

create table pacts (
    pact_id integer primary key,
    name_zh varchar not null,
    name_en varchar not null,
    signed_on date not null,
    fair_id integer references fairs (fair_id),
    record_kind varchar not null
);
comment on table pacts is 'Cooperation agreements between provinces';

create table pact_parties (
    pact_id integer not null references pacts (pact_id),
    province_code varchar not null references regions (region_code),
    primary key (pact_id, province_code)
);

create table policies (
    policy_id integer primary key,
    name_zh varchar not null,
    name_en varchar not null,
    issued_on date not null,
    region_code varchar references regions (region_code),
    source_id varchar references sources (source_id),
    record_kind varchar not null
);
comment on table policies is 'Employment and entrepreneurship policies';

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

create table rejected_rows (
    batch_id integer not null,
    sheet varchar not null,
    source_row integer not null,
    column_name varchar not null,
    value varchar,
    reason varchar not null
);
comment on table rejected_rows is 'Rows that could not be a record, with the reason';

create table unparsed_texts (
    batch_id integer not null,
    field varchar not null,
    text varchar not null,
    cell_count bigint not null
);
comment on table unparsed_texts is 'Cells whose text could not be understood: the value is null, the text is kept and counted';
