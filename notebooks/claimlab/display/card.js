// @ts-check
// What an explorer says above its picture: one word or number, one sentence, the reasons; and the prediction beside it.

function makeSaid() {
  const answer = make("p", { class: "cl-answer" }), verdict = make("p", { class: "cl-verdict" });
  const reasons = make("ul", { class: "cl-reasons" });
  const element = make("div", { class: "cl-said" }, answer, verdict, reasons);
  let /** @type {State | null} */ now = null, /** @type {View | null} */ then = null;
  let /** @type {View[]} */ longest = [];

  /** @param {State} state @param {View | null} before */
  function put(state, before) {
    const view = state.error === undefined ? state : null;
    answer.hidden = !view?.answer;
    answer.replaceChildren(...marked(view?.answer ?? "", before?.answer));
    verdict.replaceChildren(...marked(state.error ?? state.verdict, view ? before?.verdict : undefined));
    reasons.hidden = !view?.reasons.length;
    reasons.replaceChildren(...(view?.reasons ?? []).map((reason, i) =>
      make("li", {}, ...marked(reason, before ? before.reasons[i] ?? "" : undefined))));
  }
  // Room for the longest of all states, so that the picture does not jump from one to the next.
  function reserve() {
    if (!now || !element.clientWidth) return;
    element.style.minHeight = "";
    const heights = longest.map((view) => { put(view, null); return element.offsetHeight; });
    element.style.minHeight = heights.length ? `${Math.max(...heights)}px` : "";
    put(now, then);
  }
  let wide = 0;
  const width = new ResizeObserver(() => {
    if (wide === element.clientWidth) return;
    wide = element.clientWidth;
    reserve();
  });
  width.observe(element);
  return {
    element,
    text: () => [answer, verdict].map(({ textContent }) => textContent).filter(Boolean).join(": "),
    /** @param {State} state @param {View | null} before */
    show(state, before) {
      [now, then] = [state, before];
      put(state, before);
    },
    /** @param {State[]} states */
    holds(states) {
      const length = (/** @type {View} */ { verdict: sentence, reasons: lines }) =>
        sentence.length + lines.reduce((sum, line) => sum + line.length + 30, 0);
      const views = states.filter((state) => state.error === undefined);
      longest = views.sort((one, other) => length(other) - length(one)).slice(0, 3);
      reserve();
    },
    stop: () => width.disconnect(),
  };
}

const SVG = "http://www.w3.org/2000/svg", LETTER = 12.5;

// The prediction: in a strip above the picture, and where the picture has a scale for it, as a mark on that scale.
/** @param {ReturnType<typeof makePicture>} picture */
function makePrediction(picture) {
  const label = make("span"), said = make("strong"), answer = make("span");
  const strip = make("p", { class: "cl-prediction", hidden: true },
    make("span", { class: "cl-mine" }, label, ": ", said), " ", answer);
  let /** @type {Prediction | null} */ given = null;

  function mark() {
    picture.over.replaceChildren();
    const line = picture.svg()?.querySelector("#scale path")?.getAttribute("d");
    if (!line || given === null || given.at === null) return;
    const [left, y, right] = numbersIn(line), box = picture.over.viewBox.baseVal;
    const at = Math.min(Math.max(given.at, 0), 1), x = left + at * (right - left);
    const unit = box.width / (picture.stage.clientWidth || box.width), size = LETTER * unit, half = 5 * unit;
    const shape = document.createElementNS(SVG, "path"), text = document.createElementNS(SVG, "text");
    const tip = given.beyond;
    shape.setAttribute("d", tip
      ? `M ${x + tip * half} ${y} L ${x - tip * half} ${y - half} L ${x - tip * half} ${y + half} Z`
      : `M ${x} ${y - half * 1.3} L ${x + half * 1.3} ${y} L ${x} ${y + half * 1.3} L ${x - half * 1.3} ${y} Z`);
    shape.setAttribute("class", "own");
    const toLeft = x > (left + right) / 2, start = toLeft ? x - half * 2 : x + half * 2;
    for (const [name, value] of Object.entries({
      class: "own", x: start, y: y + size * 0.36, "font-size": size, "text-anchor": toLeft ? "end" : "start",
    })) text.setAttribute(name, String(value));
    picture.over.append(shape, text);
    text.textContent = `${given.label}: ${given.said}`;
    const room = toLeft ? start - box.x : box.x + box.width - start;
    if (text.getComputedTextLength() > room) text.textContent = given.said;
  }
  const width = new ResizeObserver(mark);
  width.observe(picture.stage);
  return {
    strip, mark,
    text: () => strip.textContent ?? "",
    /** @param {Prediction | null} prediction */
    show(prediction) {
      given = prediction;
      strip.hidden = prediction === null;
      label.textContent = prediction?.label ?? "";
      said.textContent = prediction?.said ?? "";
      answer.textContent = prediction?.answer ?? "";
      mark();
    },
    stop: () => width.disconnect(),
  };
}
