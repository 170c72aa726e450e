// Narrows the list of leaders while typing; the list is complete without it.
(() => {
  const box = document.querySelector(".search");
  const field = box.querySelector("input");
  const status = box.querySelector("[role=status]");
  const rows = [...document.querySelectorAll("table.people tbody tr")];
  const texts = rows.map((row) => row.textContent.toLowerCase());
  const language = document.documentElement.lang;

  const narrow = () => {
    const words = field.value.toLowerCase().split(/\s+/).filter(Boolean);
    let shown = 0;
    rows.forEach((row, index) => {
      row.hidden = !words.every((word) => texts[index].includes(word));
      shown += row.hidden ? 0 : 1;
    });
    const sentence = shown === 1 ? status.dataset.one : status.dataset.many;
    status.textContent = sentence.replace("{n}", shown.toLocaleString(language));
  };

  field.addEventListener("input", narrow);
  box.hidden = false;
})();
