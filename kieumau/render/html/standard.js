// Comfort only: the page is whole without it. Nothing is fetched, stored or sent.
"use strict";
(() => {
  const tools = document.querySelector("form.tools");
  const cards = [...document.querySelectorAll("article.card")];
  const groups = [...document.querySelectorAll("section.group, section.part")];
  const parts = ["layer", "fidelity"];

  // As names are matched in the rules: marks, case and i or y make no difference.
  const fold = (text) =>
    text.normalize("NFD").replace(/[\u0300-\u036f]/g, "").toLowerCase()
      .replace(/đ/g, "d").replace(/y/g, "i").replace(/\s+/g, " ");

  const titleOf = (card) => {
    const group = card.closest("section.group");
    return group ? group.querySelector("h3").textContent : "";
  };
  const texts = new Map(cards.map((card) => [card, fold(`${titleOf(card)} ${card.textContent}`)]));
  const rows = new Map([...document.querySelectorAll("tbody tr")].map((row) => [row, fold(row.textContent)]));

  const show = () => {
    const words = fold(tools.elements.find.value).trim().split(" ");
    const picked = parts.map((name) => [name, tools.elements[name] ? tools.elements[name].value : ""]);
    const asked = words[0] !== "" || picked.some(([, value]) => value);
    for (const card of cards) {
      const text = texts.get(card);
      const found = words.every((word) => text.includes(word));
      const fits = picked.every(([name, value]) => !value || card.dataset[name].split(" ").includes(value));
      card.hidden = !(found && fits);
    }
    for (const [row, text] of rows) {
      row.hidden = !words.every((word) => text.includes(word));
    }
    for (const group of groups) {
      const own = [...cards, ...rows.keys()].filter((item) => group.contains(item));
      group.hidden = own.length > 0 && own.every((item) => item.hidden);
    }
    const n = cards.filter((card) => !card.hidden).length;
    tools.querySelector("output").textContent =
      asked ? tools.dataset.found.replace("{n}", n).replace("{all}", cards.length) : "";
  };

  tools.addEventListener("input", show);
  tools.addEventListener("reset", () => setTimeout(show));
  tools.addEventListener("submit", (event) => event.preventDefault());
  // What a link leads to must be seen, whatever is being searched for.
  addEventListener("hashchange", () => {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (target && target.closest("[hidden]")) {
      tools.reset();
      setTimeout(() => target.scrollIntoView());
    }
  });
  tools.hidden = false;
  show();
})();
