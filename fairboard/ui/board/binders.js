// From new values to a figure: the figure that the server made is the template, and what depends on the values or on the selection is
// written as fairboard/charts writes it. A test holds the two equal.

const DAY_MS = 86400000;
const BAND_YUAN = 1000;
const OPEN_BAND_YUAN = 30000;
const dayNumber = (day) => Date.parse(`${day}T00:00:00Z`) / DAY_MS;
const dayText = (number) => new Date(number * DAY_MS).toISOString().slice(0, 10);
const largestOf = (values) => values.reduce((most, value) => Math.max(most, value), 0) || 1;

// Levels of education stand in their own order; the others the largest first, with what is not known at the end.
const LAST_OF = { sector: "unclassified", ownership: "unknown" };

function rankedFigure(template, index, values, selection, dimension) {
  const { colours } = index.look;
  const isShown = ({ code }) => dimension === "region" || values.has(code); // regions stand with nothing, too
  const rows = index.members[dimension].filter(isShown).map((member) => ({ ...member, value: values.get(member.code) ?? 0 }));
  const isKnown = (code) => dimension !== "region" || rows.some((row) => row.code === code);
  const chosen = chosenCodes(selection, KEYS_OF[dimension][0]).filter(isKnown);
  const isLast = (row) => row.code === LAST_OF[dimension];
  if (dimension !== "education") rows.sort((a, b) => isLast(a) - isLast(b) || b.value - a.value || a.position - b.position);
  if (rows.length > 20) rows.length = 20;
  const texts = rows.map((row) => shortText(row.value, index.language));
  const numbers = rows.map((_, number) => number);
  const [bar] = template.data;
  const { layout } = template;
  return {
    data: [{
      ...bar, x: rows.map((row) => row.value), y: numbers, text: texts, customdata: rows.map((row) => row.code),
      hovertext: rows.map((row, number) => `${row.label}: ${texts[number]}`),
      marker: { color: rows.map((row) => (!chosen.length || chosen.includes(row.code) ? colours.demand : colours.rest)) },
    }],
    layout: {
      ...layout,
      margin: { ...layout.margin, r: 12 + roundEven(7.3 * Math.max(0, ...texts.map(widthOf))) },
      xaxis: { ...layout.xaxis, range: [0, largestOf(rows.map((row) => row.value))] },
      yaxis: { ...layout.yaxis, tickvals: numbers, ticktext: rows.map((row) => row.label), range: [rows.length - 0.4, -0.6] },
    },
  };
}

function tilesFigure(template, index, values, selection) {
  const { colours, amounts } = index.look;
  const chosen = chosenCodes(selection, "region");
  const rows = index.members.region.map((member) => ({ ...member, value: values.get(member.code) ?? 0 }));
  const largest = largestOf(rows.map((row) => row.value));
  const texts = rows.map((row) => shortText(row.value, index.language));
  const step = (value) => amounts[Math.min(Math.floor(Math.sqrt(value / largest) * amounts.length), amounts.length - 1)];
  return {
    data: [{ ...template.data[0], hovertext: rows.map((row, number) => `${row.label}: ${texts[number]}`) }],
    layout: {
      ...template.layout,
      shapes: template.layout.shapes.map((shape, number) => {
        const isChosen = chosen.includes(rows[number].code);
        return { ...shape, fillcolor: step(rows[number].value)[0], line: { color: isChosen ? colours.over_line : colours.grid, width: isChosen ? 3 : 1 } };
      }),
      annotations: template.layout.annotations.map((note, number) => ({
        ...note, text: `<b>${rows[number].fitted}</b><br>${texts[number]}`, font: { color: step(rows[number].value)[1] },
      })),
    },
  };
}

// A band holds the wages above its start up to its end; one that the range of wages touches stands out.
function bandsFigure(template, index, values, selection) {
  const { colours } = index.look;
  const bands = new Map();
  for (const [piece, value] of values) {
    if (piece === null) continue;
    const start = Math.floor(piece / 2) * BAND_YUAN;
    bands.set(start, (bands.get(start) ?? 0) + value);
  }
  const starts = [...bands.keys()].sort((a, b) => a - b);
  const counts = starts.map((start) => bands.get(start));
  const top = largestOf(counts);
  const [least, most] = wageEnds(selection);
  const stands = (start) => (least === null || start >= OPEN_BAND_YUAN || start + BAND_YUAN >= least) && (most === null || start < most);
  const [bars] = template.data;
  const { layout } = template;
  const line = layout.shapes[0].x0;
  const texts = starts.map((start) => (start < OPEN_BAND_YUAN ? index.words.band : index.words.open_band)
    .replace("{start}", exactText(start)).replace("{end}", exactText(start + BAND_YUAN)).replace("{count}", exactText(bands.get(start))));
  return {
    data: [{
      ...bars, x: starts.map((start) => start + BAND_YUAN / 2), y: counts, width: starts.map(() => BAND_YUAN * 0.92), hovertext: texts, customdata: starts,
      marker: { color: starts.map((start) => (!stands(start) ? colours.rest : start >= line ? colours.over_line : colours.demand)) },
    }],
    layout: {
      ...layout,
      shapes: [{ ...layout.shapes[0], y1: top * 1.08 }],
      annotations: [{ ...layout.annotations[0], y: top * 1.08 }],
      yaxis: { ...layout.yaxis, ...countAxis(top, index.language, 1.22) },
    },
  };
}

function courseFigure(template, index, values, selection) {
  const { colours } = index.look;
  const chosen = chosenCodes(selection, "fair");
  const rows = index.members.fair.filter(({ code }) => values.has(code)).map((member) => ({ ...member, value: values.get(member.code) }));
  const isChosen = (row) => chosen.includes(String(row.code));
  const picked = rows.filter(isChosen).slice(0, 2);
  const strongest = rows.reduce((most, row) => (most && most.value >= row.value ? most : row), null);
  const named = picked.length ? picked : [strongest];
  const days = rows.map((row) => row.day);
  const numbers = days.map(dayNumber);
  const [first, last] = [Math.min(...numbers), Math.max(...numbers)];
  const hues = rows.map((row) => (isChosen(row) ? colours.over_line : chosen.length ? colours.rest : colours.demand));
  const side = (number) => {
    const part = last > first ? (number - first) / (last - first) : 0.5;
    return part < 1 / 3 ? "left" : part > 2 / 3 ? "right" : "center";
  };
  const margin = Math.max(28, Math.floor((last - first) / 30));
  const common = { x: days, y: rows.map((row) => row.value), customdata: rows.map((row) => row.code) };
  const [stems, dots] = template.data;
  const { layout } = template;
  return {
    data: [
      { ...stems, ...common, marker: { ...stems.marker, color: hues } },
      { ...dots, ...common, hovertext: rows.map((row) => `${row.label}<br>${row.day}: ${exactText(row.value)}`), marker: { ...dots.marker, color: hues } },
    ],
    layout: {
      ...layout,
      annotations: rows.filter((row) => named.includes(row)).map((row) => ({
        x: row.day, y: row.value, text: row.short, showarrow: false, yshift: 14, xanchor: side(dayNumber(row.day)), font: { size: 12, color: colours.ink },
      })),
      xaxis: { ...layout.xaxis, range: [dayText(first - margin), dayText(last + margin)] },
      yaxis: { ...layout.yaxis, ...countAxis(largestOf(common.y), index.language, 1.15) },
    },
  };
}

// Regions are drawn as tiles on one page and as bars on another.
const BINDERS = { sector: rankedFigure, region: tilesFigure, wage: bandsFigure, fair: courseFigure, education: rankedFigure, ownership: rankedFigure };

const binderOf = ({ cube, figure }) => (figure.data[0].type === "bar" && figure.data[0].orientation === "h" ? rankedFigure : BINDERS[cube]);

// The figure of `panel` under `selection`; null where the browser cannot know it (no index, more than one change) or has nothing to show.
// Regions stand with nothing, too.
function figureOf(panel, index, selection) {
  if (!panel.figure || panel.empty) return null;
  const values = valuesOf(index, panel.cube, selection);
  return values && (values.size || panel.cube === "region") ? binderOf(panel)(panel.figure, index, values, selection, panel.cube) : null;
}
