// Less than a day before a deadline, what the server wrote in words counts down by seconds.

const DAY = 86_400;

export function countdown() {
  const two = (number) => String(number).padStart(2, "0");
  for (const place of document.querySelectorAll("[data-hitung]")) {
    const seconds = Number(place.dataset.hitung);
    if (!(seconds < DAY)) continue;
    const end = Date.now() + seconds * 1000;
    const show = () => {
      const left = Math.max(0, Math.round((end - Date.now()) / 1000));
      place.textContent = `${two(Math.floor(left / 3600))}.${two(Math.floor(left / 60) % 60)}.${two(left % 60)}`;
      if (left > 0) setTimeout(show, 1000);
    };
    show();
  }
}
