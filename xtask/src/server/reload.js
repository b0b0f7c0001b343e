// Opens the page anew when what is behind it has changed. Only `cargo xtask serve` with `--watch` serves this.
const rest = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

for (let known = ""; ;) {
  try {
    // Answered at once where the number is another one, and else only when it changes.
    const reply = await fetch(new URL(`reload?${known}`, import.meta.url));
    const number = await reply.text();
    if (reply.ok && known && number !== known) {
      location.reload();
    }
    known = reply.ok ? number : known;
    await rest(reply.ok ? 0 : 1000);
  } catch {
    // The server is being started again.
    await rest(1000);
  }
}
