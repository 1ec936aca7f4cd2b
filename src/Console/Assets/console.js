// Counts the clocks down between two loads of a page. Everything works without it: the server has written the words already.
"use strict";
(function () {
    var clocks = document.querySelectorAll("time[data-due]");
    if (clocks.length === 0) { return; }
    // The server's present, so that a wrong clock on this machine changes nothing; what passes is read from this machine's clock, so that a laptop that slept counts right.
    var skew = Number(document.body.dataset.now) - Date.now();
    function words(ms) {
        var minutes = Math.max(1, Math.ceil(Math.abs(ms) / 60000));
        var days = Math.floor(minutes / 1440), hours = Math.floor(minutes % 1440 / 60), rest = minutes % 60;
        if (days > 0) { return days + "天" + (hours > 0 ? hours + "小时" : ""); }
        return (hours > 0 ? hours + "小时" : "") + (hours === 0 || rest > 0 ? rest + "分钟" : "");
    }
    function tick() {
        var now = Date.now() + skew;
        clocks.forEach(function (clock) {
            var left = Number(clock.dataset.due) - now;
            clock.textContent = (left > 0 ? "还剩" : "已超时") + words(left);
            clock.classList.toggle("bad", left <= 0);
            clock.classList.toggle("soon", left > 0 && left <= 15 * 60000);
        });
    }
    tick();
    setInterval(tick, 10000);
    document.addEventListener("visibilitychange", tick);
})();
