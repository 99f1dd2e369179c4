"use strict";
const copy = document.getElementById("copy");
if (navigator.clipboard) {
  copy.hidden = false;
  copy.addEventListener("click", async () => {
    await navigator.clipboard.writeText(document.getElementById("repeat").textContent);
    copy.textContent = "Copied";
  });
}
