// Numbers as text and the marks of axes, the way fairboard/analysis/formatting.py and fairboard/charts/axes.py write them.

const thousands = (digits) => digits.replace(/\B(?=(\d{3})+$)/g, ",");

function exactText(value) {
  return thousands(String(value));
}

// 4.9万 in Chinese, 49,000 in English; whole numbers only, half rounded up.
function shortText(value, language) {
  if (language === "zh") {
    for (const [size, unit] of [[1e8, "亿"], [1e4, "万"]]) {
      if (value < size) continue;
      const parts = value < 100 * size ? 100 : 10;
      const rounded = Math.floor((value * parts + size / 2) / size);
      const rest = String(rounded % parts).padStart(String(parts).length - 1, "0").replace(/0+$/, "");
      return `${thousands(String(Math.floor(rounded / parts)))}${rest ? `.${rest}` : ""}${unit}`;
    }
  }
  return exactText(value);
}

// Half to the even number, as Python rounds.
function roundEven(value) {
  const below = Math.floor(value);
  if (value - below !== 0.5) return Math.round(value);
  return below % 2 ? below + 1 : below;
}

// The width in half-width letters: a Chinese character takes two.
function widthOf(text) {
  let width = 0;
  for (const letter of text) width += letter > "\u2e80" ? 2 : 1;
  return width;
}

function tickStep(top) {
  const power = top > 5 ? 10 ** Math.max(0, Math.floor(Math.log10(top / 5))) : 1;
  return [power, 2 * power, 5 * power, 10 * power].find((step) => top <= step * 5);
}

function countAxis(top, language, room) {
  const step = tickStep(top);
  const tickvals = Array.from({ length: Math.floor((top * room) / step) + 1 }, (_, number) => step * number);
  return { showgrid: true, range: [0, top * room], tickvals, ticktext: tickvals.map((tick) => shortText(tick, language)) };
}
