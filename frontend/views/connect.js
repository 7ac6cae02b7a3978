/**
 * Connect your phone: where this server is, why HTTPS matters, three ways to it, and how to
 * install.
 */
import { html } from "../vendor/preact.js";
import { account } from "../data/store.js";
import { toast } from "../ui/parts.js";

const WAYS = [
  {
    title: "Tailscale",
    text: "Install Tailscale on the server and on the phone, then run this on the server. It " +
      "gives you a trusted address that only your own devices reach.",
    code: "tailscale serve --bg 8000",
  },
  {
    title: "Caddy, with your own domain",
    text: "Put these lines into a Caddyfile: Caddy fetches and renews the certificate by itself. " +
      "Tell Midstance its address with MIDSTANCE_PUBLIC_URL.",
    code: "midstance.example.org {\n  reverse_proxy 127.0.0.1:8000\n}",
  },
  {
    title: "Your own certificate",
    text:
      "Make one with mkcert, install its root on the phone, and give both files to Midstance. " +
      "A certificate the phone does not trust does not work.",
    code:
      "MIDSTANCE_CERTIFICATE=cert.pem \\\nMIDSTANCE_CERTIFICATE_KEY=key.pem \\\nmidstance serve",
  },
];

export default function Connect() {
  const local = ["localhost", "127.0.0.1", "[::1]"].includes(location.hostname);
  return html`
    <div class="page">
      <header>
        <div class="eyebrow"><a class="text-button" href=${account.value
          ? "/settings"
          : "/welcome"}>Back</a></div>
        <h1 tabindex="-1">Connect your phone</h1>
      </header>
      <section class="panel">
        <h2>This address</h2>
        <p class="code">${location.origin}</p>
        <p>${verdict(local)}</p>
        ${!local && html`
          <div class="actions">
            <button type="button" class="button" onClick=${copy}>Copy</button>
          </div>
        `}
      </section>
      <section class="section">
        <h2>Three ways to HTTPS</h2>
        <p class="muted">
          Browsers keep an app for offline use only when it comes over HTTPS. The same holds for
          keeping the screen awake during a set.
        </p>
        ${WAYS.map(({ title, text, code }) =>
          html`
            <div key=${title} class="panel">
              <h3>${title}</h3>
              <p>${text}</p>
              <pre class="code" tabindex="0" aria-label=${`Commands for ${title}`}>${code}</pre>
            </div>
          `
        )}
      </section>
      <section class="section">
        <h2>Install on an iPhone</h2>
        <ol class="numbered">
          <li>Open this address in Safari.</li>
          <li>Tap Share, then Add to Home Screen.</li>
          <li>
            Open Midstance from the home screen, and sign in there: Safari and the installed app
            keep separate data.
          </li>
        </ol>
      </section>
      <section class="section">
        <h2>Install on Android</h2>
        <ol class="numbered">
          <li>Open this address in Chrome.</li>
          <li>Open the menu, then Install app or Add to Home screen.</li>
          <li>Open it once with a network. From then on it opens without one.</li>
        </ol>
      </section>
    </div>
  `;
}

/** @param {boolean} local */
function verdict(local) {
  if (local) {
    return "This works on this computer only. A phone needs an address of the computer in your " +
      "network, over HTTPS.";
  }
  if (isSecureContext) {
    return "It is secure: open it on your phone and install it. Everything works, also without a " +
      "network.";
  }
  return "It is plain HTTP. The app works while the server can be reached, but nothing is kept " +
    "for offline use, and the screen may lock during a set.";
}

async function copy() {
  try {
    await navigator.clipboard.writeText(location.origin);
    toast("Address copied.");
  } catch {
    toast("Copying is not allowed here. Select the address above.");
  }
}
