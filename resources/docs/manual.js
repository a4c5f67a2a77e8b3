// The search of the manual: every word must begin a word of a title or a text; titles come first.
"use strict";
const search = document.querySelector("search");
const input = search.querySelector("input");
const list = search.querySelector("ul");
const LARGEST = 30;
const GREEK = {alpha: "α", beta: "β", gamma: "γ", lambda: "λ", mu: "μ", sigma: "σ"};
let chosen = -1;

const plain = (text) => text.normalize("NFKD").replace(/[\u0300-\u036f]/g, "").toLowerCase();
const entries = INDEX.map(([title, above, link, text]) => ({title, above, link, text, name: plain(title), body: plain(`${above} ${text}`)}));

function rank(entry, words) {
  let sum = 0;
  for (const options of words) {
    let best = 0;
    for (const word of options) {
      if (entry.name === word) best = Math.max(best, 8);
      else if (entry.name.split(/[^\p{L}\p{N}]+/u).includes(word)) best = Math.max(best, 5);
      else if (entry.name.includes(word)) best = Math.max(best, 3);
      else if (entry.body.includes(word)) best = Math.max(best, 1);
    }
    if (!best) return 0;
    sum += best;
  }
  return sum;
}

function marked(text, words) {
  const part = document.createElement("span");
  const low = text.toLowerCase();
  const places = words.flat().map((word) => [low.indexOf(word), word]).filter(([at]) => at >= 0).sort((a, b) => a[0] - b[0]);
  const [at, word] = places[0] ?? [0, ""];
  const from = Math.max(0, at - 50);
  const mark = document.createElement("mark");
  mark.textContent = text.slice(at, at + word.length);
  part.append((from ? "…" : "") + text.slice(from, at), mark, text.slice(at + word.length, from + 160) + (text.length > from + 160 ? "…" : ""));
  return part;
}

function line(entry, words, number) {
  const item = document.createElement("li");
  item.id = `found-${number}`;
  item.setAttribute("role", "option");
  const title = document.createElement("b");
  title.textContent = entry.title;
  const above = document.createElement("small");
  above.textContent = entry.above;
  item.append(title, above, marked(entry.text, words));
  item.addEventListener("pointerdown", (event) => event.preventDefault());
  item.addEventListener("click", () => open(entry.link));
  item.dataset.link = entry.link;
  return item;
}

function open(link) {
  close();
  location.href = link;
}

function close() {
  list.hidden = true;
  input.setAttribute("aria-expanded", "false");
  input.removeAttribute("aria-activedescendant");
  chosen = -1;
}

function choose(number) {
  const items = list.querySelectorAll("[role=option]");
  if (!items.length) return;
  items[chosen]?.setAttribute("aria-selected", "false");
  chosen = (number + items.length) % items.length;
  items[chosen].setAttribute("aria-selected", "true");
  items[chosen].scrollIntoView({block: "nearest"});
  input.setAttribute("aria-activedescendant", items[chosen].id);
}

function look() {
  const words = plain(input.value).split(/\s+/).filter(Boolean).map((word) => (GREEK[word] ? [word, GREEK[word]] : [word]));
  if (!words.length) return close();
  const found = entries.map((entry) => [rank(entry, words), entry]).filter(([points]) => points);
  found.sort((a, b) => b[0] - a[0]);
  list.replaceChildren(...found.slice(0, LARGEST).map(([, entry], number) => line(entry, words, number)));
  if (!found.length) {
    const none = document.createElement("li");
    none.className = "none";
    none.textContent = "Nothing found.";
    list.append(none);
  }
  list.hidden = false;
  input.setAttribute("aria-expanded", "true");
  chosen = -1;
  choose(0);
}

input.addEventListener("input", look);
input.addEventListener("focus", look);
input.addEventListener("blur", close);
input.addEventListener("keydown", (event) => {
  if (event.key === "ArrowDown") choose(chosen + 1);
  else if (event.key === "ArrowUp") choose(chosen - 1);
  else if (event.key === "Enter" && chosen >= 0) open(list.querySelectorAll("[role=option]")[chosen].dataset.link);
  else if (event.key === "Escape" && !list.hidden) close();
  else return;
  event.preventDefault();
});
document.addEventListener("keydown", (event) => {
  const asked = event.key === "/" || (event.key.toLowerCase() === "k" && (event.ctrlKey || event.metaKey));
  if (!asked || document.activeElement === input) return;
  event.preventDefault();
  input.focus();
  input.select();
});
search.hidden = false;
if (matchMedia("(max-width: 56rem)").matches) document.querySelector("aside details").open = false;
