// The stage: 1920 points wide, or 1080 high on a wide screen, scaled to the window. All sizes on it are in its own points, so that
// a slide looks the same on every screen of its proportions.

const WIDE = 1920, LOW = 1080, UPRIGHT_WIDE = 1080;

export function sizeFor(width, height) {
  const scale = width < height ? width / UPRIGHT_WIDE : Math.min(width / WIDE, height / LOW);
  return { width: Math.round(width / scale), height: Math.round(height / scale), scale };
}

export function place(stage, size, scale) {
  stage.style.width = `${size.width}px`;
  stage.style.height = `${size.height}px`;
  stage.style.setProperty("--tall", `${size.height}px`);
  stage.style.transform = `scale(${scale})`;
  stage.classList.toggle("is-upright", size.width < size.height);
}
