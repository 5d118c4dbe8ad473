// Every page loads this file; it loads what the page has use for.
if (document.querySelector("demo-runner")) import("./demo-runner.js");
if (document.querySelector("demo-comparison")) import("./demo-comparison.js");
if (document.querySelector("demo-prediction")) import("./demo-prediction.js");
if (document.querySelector("[data-shared]")) import("./shared-run.js");
if (document.querySelector("schedule-lab")) import("./schedule-lab.js");
if (document.querySelector("lab-challenge")) import("./lab-challenge.js");
if (document.querySelector(".toc")) import("./toc.js");
