// @ts-check
// Marks glide from one picture to the next: what stands in groups of the same id, in the same order, is the same mark.
// Places are read from attributes, which costs no layout; a path is bent point by point, so that neither its line nor
// its hatching is stretched. Nothing is written into the picture: at rest it is what Python drew.

const GLIDE = 160;
const REDUCED = matchMedia("(prefers-reduced-motion: reduce)");
const LEAVES = "path, use, text, rect, circle, ellipse, line";

/** @param {string} d */
const numbersIn = (d) => (d.match(/-?\d*\.?\d+(?:e-?\d+)?/gi) ?? []).map(Number);

// The marks of a picture, by the id of the innermost group they stand in. What is only drawn from (a marker, a clip) is
// none.
/** @param {ParentNode} picture @returns {Map<string, SVGElement[]>} */
function marksOf(picture) {
  const found = new Map();
  for (const leaf of picture.querySelectorAll(LEAVES)) {
    if (leaf.closest("defs")) continue;
    const group = leaf.closest("[id]")?.id;
    if (!group) continue;
    const those = found.get(group);
    those ? those.push(leaf) : found.set(group, [leaf]);
  }
  return found;
}

// Where a mark stands, in the units of the picture: the middle of a path, a box or a ring, the anchor of a text.
/** @param {Element} leaf @returns {Point} */
function placeOf(leaf) {
  /** @param {string} name */
  const number = (name) => Number(leaf.getAttribute(name) ?? 0);
  let x = number("x"), y = number("y");
  if (leaf.localName === "path") {
    const all = numbersIn(leaf.getAttribute("d") ?? "");
    const [across, down] = [0, 1].map((part) => all.filter((_, i) => i % 2 === part));
    [x, y] = [across, down].map((values) => (Math.min(...values) + Math.max(...values)) / 2);
  } else if (leaf.localName === "rect") [x, y] = [x + number("width") / 2, y + number("height") / 2];
  else if (leaf.hasAttribute("cx")) [x, y] = [number("cx"), number("cy")];
  else if (leaf.localName === "line") [x, y] = [(number("x1") + number("x2")) / 2, (number("y1") + number("y2")) / 2];
  for (const { matrix } of [.../** @type {SVGGraphicsElement} */ (leaf).transform.baseVal].reverse())
    [x, y] = [matrix.a * x + matrix.c * y + matrix.e, matrix.b * x + matrix.d * y + matrix.f];
  return { x, y };
}

const BENDS = CSS.supports("d", 'path("M 0 0")'), BOX = ["x", "y", "width", "height"];
/** @param {string} d */
const steps = (d) => d.replace(/[^a-z]/gi, "").toUpperCase();

// What a mark looks like, apart from its words and colours: what a glide starts from and ends in.
/** @param {SVGElement} leaf @param {boolean} gliding @returns {Stand} */
function standOf(leaf, gliding) {
  const now = gliding ? getComputedStyle(leaf) : null;
  if (leaf.localName === "path") {
    const bent = now?.getPropertyValue("d").match(/"(.*)"/)?.[1];
    return { d: (bent ?? leaf.getAttribute("d") ?? "").replace(/\s+/g, " ") };
  }
  if (leaf.localName === "rect" && !leaf.hasAttribute("transform")) {
    const box = BOX.map((name) => now?.getPropertyValue(name) || `${Number(leaf.getAttribute(name) ?? 0)}px`);
    return { box };
  }
  const at = placeOf(leaf), [x = 0, y = 0] = numbersIn(now?.getPropertyValue("translate") ?? "");
  return { at: { x: at.x + x, y: at.y + y } };
}

/** @param {Stand} from @param {Stand} to @returns {Keyframe[] | null} */
function between(from, to) {
  if (from.d !== undefined && to.d !== undefined) {
    if (!BENDS || from.d === to.d || steps(from.d) !== steps(to.d)) return null;
    return [{ d: `path("${from.d}")` }, { d: `path("${to.d}")` }];
  }
  if (from.box && to.box) {
    if (String(from.box) === String(to.box)) return null;
    return [from.box, to.box].map((box) => Object.fromEntries(BOX.map((name, i) => [name, box[i]])));
  }
  if (!from.at || !to.at) return null;
  const x = from.at.x - to.at.x, y = from.at.y - to.at.y;
  return x || y ? [{ translate: `${x}px ${y}px` }, { translate: "0px 0px" }] : null;
}

// leave(picture) looks where the marks stand, also in the middle of a glide; arrive(picture) lets the same marks of the
// next picture set out from there.
function makeMotion() {
  let /** @type {Map<string, Stand[]>} */ stood = new Map();
  let /** @type {Set<SVGElement>} */ gliding = new Set(), until = 0;
  return {
    /** @param {SVGSVGElement | null} picture */
    leave(picture) {
      stood = new Map();
      if (!picture || REDUCED.matches) return;
      const moving = performance.now() < until;
      for (const [id, leaves] of marksOf(picture))
        stood.set(id, leaves.map((leaf) => standOf(leaf, moving && gliding.has(leaf))));
    },
    /** @param {SVGSVGElement | null} picture */
    arrive(picture) {
      gliding = new Set();
      if (!picture || !stood.size) return;
      for (const [id, leaves] of marksOf(picture)) {
        const before = stood.get(id);
        if (before?.length !== leaves.length) continue;
        leaves.forEach((leaf, i) => {
          const way = between(before[i], standOf(leaf, false));
          if (!way) return;
          leaf.animate(way, { duration: GLIDE, easing: "ease-out" });
          gliding.add(leaf);
        });
      }
      until = performance.now() + GLIDE;
    },
  };
}
