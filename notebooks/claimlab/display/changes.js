// @ts-check
// Words with a mark on those that the last move has changed.

/** @param {string} text */
const wordsIn = (text) => text.match(/\S+\s*/g) ?? [];

// Which of the words are new: those that are not part of the longest run both have in common.
/** @param {string[]} parts @param {string[]} before @returns {boolean[]} */
function newOnes(parts, before) {
  const common = Array.from({ length: parts.length + 1 }, () => Array(before.length + 1).fill(0));
  for (let i = parts.length - 1; i >= 0; i--)
    for (let j = before.length - 1; j >= 0; j--)
      common[i][j] = parts[i].trim() === before[j].trim()
        ? common[i + 1][j + 1] + 1 : Math.max(common[i + 1][j], common[i][j + 1]);
  let j = 0;
  return parts.map((word, i) => {
    while (j < before.length && word.trim() !== before[j].trim() && common[i][j + 1] >= common[i][j]) j++;
    if (j < before.length && word.trim() === before[j].trim() && common[i][j] > common[i + 1][j]) { j++; return false; }
    return true;
  });
}

// `before` is the text that stood there; undefined where nothing is to be compared.
/** @param {string} text @param {string | undefined} before @returns {(Node | string)[]} */
function marked(text, before) {
  if (before === undefined || before === text) return [text];
  const parts = wordsIn(text), fresh = newOnes(parts, wordsIn(before));
  return parts.flatMap((word, i) => {
    if (!fresh[i]) return [word];
    const bare = word.trimEnd();
    return [make("span", { class: "cl-changed" }, bare), word.slice(bare.length)];
  });
}
