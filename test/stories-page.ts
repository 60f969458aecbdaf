const escaped = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;')

/** The article as a news site prints it: its own text among everything that a page carries besides. */
export function sexhandelnPage(published: string): string {
  const [kicker, headline, duration, ...paragraphs] = published
    .split(/\n+/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
  const body = paragraphs.map((text) => `        <p>${escaped(text)}</p>`)
  return `<!DOCTYPE html>
<html lang="sv">
<head>
  <meta charset="utf-8">
  <title>Få sexköpare tas av polisen - P4 Värmland</title>
  <meta property="og:title" content="Få sexköpare tas av polisen">
  <meta name="description" content="Den värmländska polisens kamp mot sexhandeln har försvagats.">
  <script>window.dataLayer = [{ page: 'article', views: 14231 }]</script>
  <style>.lead { font-weight: bold }</style>
</head>
<body>
  <div id="cookie-banner" role="dialog" aria-label="Kakor">
    <p>Vi och våra 214 partner använder kakor. Du kan ändra ditt val när som helst.</p>
    <button>Godkänn alla</button> <button>Bara nödvändiga</button>
  </div>
  <header>
    <a href="/">P4 Värmland</a>
    <nav aria-label="Huvudmeny">
      <ul><li><a href="/nyheter">Nyheter</a></li><li><a href="/sport">Sport</a></li><li><a href="/trafik">Trafik</a></li></ul>
    </nav>
    <form role="search"><input type="search" placeholder="Sök bland 1 200 000 artiklar"><button>Sök</button></form>
  </header>
  <main>
    <article>
      <header>
        <p class="kicker">${kicker}</p>
        <h1>${headline}</h1>
        <p class="duration">${duration}</p>
      </header>
      <figure>
        <img src="polisbil.jpg" alt="En polisbil utanför ett hotell">
        <figcaption>Polisen tar kontakt med dem som säljer sex. Foto: Arkiv</figcaption>
      </figure>
      <div class="share-buttons">
        <button>Dela på Facebook (312)</button><button>Tipsa en vän</button><button>Skriv ut</button>
      </div>
      <div class="article-body">
${body.join('\n')}
      </div>
    </article>
    <section class="comments" aria-label="Kommentarer">
      <h2>Kommentarer (3)</h2>
      <article class="comment"><p>Bertil: Det var väl 31 anmälningar under 2013? – Det måste vara fel, säger jag.</p></article>
      <article class="comment"><p>Ulla: Orla Christoffersen är en bra polis!</p></article>
    </section>
  </main>
  <aside class="related">
    <h2>Läs också</h2>
    <ul>
      <li><a href="/a/1">Fem döms för människohandel</a></li>
      <li><a href="/a/2">– Vi hinner inte med, säger polischefen Anna Kristoffersson</a></li>
    </ul>
  </aside>
  <footer><p>Ansvarig utgivare: Bo Ek. Tel 054-22 22 22. © 2016</p></footer>
</body>
</html>
`
}
