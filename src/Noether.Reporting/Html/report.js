"use strict";
const button = document.getElementById("copy");
if (navigator.clipboard) {
  button.hidden = false;
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(document.getElementById("repeat").textContent);
    button.textContent = "Copied";
  });
}
