/** The door: one form that creates an account or signs in, and says what this connection can do. */
import { html, useRef, useState } from "../vendor/preact.js";
import { navigate, route } from "../router.js";
import { account, profile, signIn, signUp, sync } from "../data/store.js";
import { Button } from "../ui/parts.js";

const PASSWORD_MIN = 8;

export default function Welcome() {
  const invited = route.value.query.get("invite") ?? "";
  const [joining, setJoining] = useState(route.value.query.get("sign") !== "in");
  const [form, setForm] = useState({ name: "", password: "", invite: invited });
  const [shown, setShown] = useState(false);
  const [wantsInvite, setWantsInvite] = useState(invited !== "");
  const [errors, setErrors] = useState(/** @type {Record<string, string>} */ ({}));
  const [busy, setBusy] = useState(false);
  const fields = useRef(/** @type {HTMLFormElement | null} */ (null));
  const set = (/** @type {string} */ key) => (/** @type {any} */ event) => {
    setForm({ ...form, [key]: event.target.value });
    setErrors({ ...errors, [key]: "", form: "" });
  };

  const fail = (/** @type {Record<string, string>} */ found) => {
    setErrors(found);
    const first = Object.keys(found)[0];
    const input = fields.current?.elements.namedItem(first);
    if (input instanceof HTMLElement) input.focus();
  };

  const send = async (/** @type {Event} */ event) => {
    event.preventDefault();
    const missing = check(form, joining, wantsInvite);
    if (Object.keys(missing).length) return fail(missing);
    setBusy(true);
    try {
      const { name, password, invite } = form;
      if (joining) {
        await signUp({ name: name.trim(), password, ...(invite && { invite: invite.trim() }) });
      } else await signIn({ name: name.trim(), password });
      navigate(joining && !profile.value ? "/profile" : "/", { replace: true });
    } catch (error) {
      const { code = "", detail = String(error) } = /** @type {any} */ (error);
      if (code.startsWith("invite")) setWantsInvite(true);
      fail({ [fieldOf(code)]: detail });
    } finally {
      setBusy(false);
    }
  };

  return html`
    <div class="page door">
      <header>
        <img src=${new URL("../media/icon.svg", import.meta.url)
          .pathname} alt="" width="64" height="64" />
        <h1 tabindex="-1">Midstance</h1>
        <p class="lead">
          Strength for runners, in stages. It knows what today is and why, paces every rep, and
          works without a signal.
        </p>
      </header>
      <${Connection} />
      ${account.value && html`
        <p
          class="panel">You are signed in as ${account.value
            .name}. Signing in as someone else leaves your journal on this phone untouched.</p>
      `}
      <form class="section" ref=${fields} onSubmit=${send} novalidate>
        <h2>${joining ? "Create your account" : "Sign in"}</h2>
        <${Field} label="Name" name="name" error=${errors.name} hint=${joining &&
          "Any name you like. No email."}>
          <input class="input" id="name" name="name" value=${form.name} onInput=${set(
            "name",
          )} maxlength="80"
            autocomplete="username" autocapitalize="none" spellcheck=${false}
            aria-invalid=${String(!!errors.name)} aria-describedby="name-note" />
        <//>
        <${Field} label="Password" name="password" error=${errors.password}
          hint=${joining &&
            `${PASSWORD_MIN} characters or more. There is no reset by mail: keep it somewhere.`}>
          <div class="beside">
            <input class="input" id="password" name="password" type=${shown ? "text" : "password"}
              value=${form.password} onInput=${set("password")}
              autocomplete=${joining ? "new-password" : "current-password"}
              aria-invalid=${String(!!errors.password)} aria-describedby="password-note" />
            <${Button} small aria-pressed=${String(shown)} aria-label="Show password"
              onClick=${() => setShown(!shown)}>${shown ? "Hide" : "Show"}<//>
          </div>
        <//>
        ${joining && wantsInvite && html`
          <${Field} label="Invite" name="invite" error=${errors.invite}
            hint="The owner of this server makes one under Settings.">
            <input class="input" id="invite" name="invite" value=${form.invite} onInput=${set(
              "invite",
            )}
              autocomplete="off" autocapitalize="none" spellcheck=${false}
              aria-invalid=${String(!!errors.invite)} aria-describedby="invite-note" />
            <//>
        `}
        ${errors.form && html`<p class="error" role="alert">${errors.form}</p>`}
        <button class="button primary big" disabled=${busy}>
          ${busy ? "One moment" : joining ? "Create account" : "Sign in"}
        </button>
        <${Button} onClick=${() => {
          setJoining(!joining);
          setErrors({});
        }}>${joining ? "I have an account" : "I am new here"}<//>
      </form>
      <p class="muted small">
        For adults. General fitness information, not medical advice. Your data stays on this phone
        and this server.
      </p>
    </div>
  `;
}

/** What is worth knowing about the connection before an account is made. */
function Connection() {
  if (sync.value.state === "trouble") {
    return html`<p class="panel" role="alert">${sync.value.message}</p>`;
  }
  if (!navigator.onLine) {
    return html`
      <div class="panel" role="status">
        <h2>You are offline</h2>
        <p>
          An account is made on the server, so this first step needs a connection. After it,
          training works without one.
        </p>
      </div>
    `;
  }
  if (isSecureContext) return null;
  return html`
    <div class="panel">
      <h2>This address works only with a network</h2>
      <p>
        The page came over plain HTTP. Browsers then keep no copy of the app, so it will not open in
        a gym without signal, and the screen may lock during a set.
      </p>
      <a class="text-button" href="/connect">How to connect with HTTPS</a>
    </div>
  `;
}

/**
 * @param {{label: string, name: string, error?: string, hint?: string | false, children?: unknown}}
 *   props
 */
function Field({ label, name, error, hint, children }) {
  return html`
    <div class="field">
      <label for=${name}>${label}</label>
      ${children}
      <div id=${`${name}-note`} aria-live="polite">
        ${error
          ? html`<p class="error">${error}</p>`
          : hint && html`<small class="muted">${hint}</small>`}
      </div>
    </div>
  `;
}

/**
 * @param {{name: string, password: string, invite: string}} form
 * @param {boolean} joining
 * @param {boolean} wantsInvite
 */
function check({ name, password, invite }, joining, wantsInvite) {
  /** @type {Record<string, string>} */
  const found = {};
  if (!name.trim()) found.name = "Please enter a name.";
  if (!password) found.password = "Please enter a password.";
  else if (joining && password.length < PASSWORD_MIN) {
    found.password = `Please use ${PASSWORD_MIN} characters or more.`;
  }
  if (joining && wantsInvite && !invite.trim()) {
    found.invite = "Please enter the invite you were given.";
  }
  return found;
}

/** Which field an error of the server is about. @param {string} code */
function fieldOf(code) {
  if (code.startsWith("name")) return "name";
  if (code.startsWith("password")) return "password";
  if (code.startsWith("invite")) return "invite";
  return "form";
}
