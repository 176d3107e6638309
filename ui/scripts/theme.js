// Light or dark, dense or not, without loading the page again. The server keeps the choice in its cookie.

export function theme() {
  for (const link of document.querySelectorAll("a[data-tampilan]")) {
    link.addEventListener("click", (event) => {
      event.preventDefault();
      const [name, value] = link.dataset.tampilan.split("=");
      document.documentElement.dataset[name] = value;
      for (const other of document.querySelectorAll(`a[data-tampilan^="${name}="]`)) {
        if (other === link) other.setAttribute("aria-current", "true");
        else other.removeAttribute("aria-current");
      }
      fetch(`/sehat?${name}=${value}`).catch(() => location.assign(link.href));
    });
  }
}
