"""Serving: migrate, say where a phone finds us, and run until told to stop."""

import ipaddress
import socket
import sys
from contextlib import suppress
from io import StringIO

import segno
import uvicorn

from midstance import logs, migrate
from midstance.app import create_app
from midstance.errors import Refused
from midstance.settings import EVERY_ADDRESS, Settings

STOP_WITHIN_S = 10
PLAIN_HTTP = """\
This is plain HTTP. Over it a phone logs and syncs, but it cannot open Midstance offline,
install it, or keep its screen on: browsers allow these on HTTPS (and on localhost) only.
Three ways to HTTPS, all in the README:
  1. a proxy in front that gets certificates by itself, Caddy for one (MIDSTANCE_PUBLIC_URL)
  2. tailscale serve, for your own devices only
  3. a certificate of your own, from mkcert for one
     (MIDSTANCE_CERTIFICATE, MIDSTANCE_CERTIFICATE_KEY)
"""


def serve(settings: Settings) -> None:
    """Blocks until SIGINT or SIGTERM; requests under way may finish.

    Raises Refused when the settings do not fit together or the port is taken.
    """
    if (settings.certificate is None) != (settings.certificate_key is None):
        raise Refused("MIDSTANCE_CERTIFICATE and MIDSTANCE_CERTIFICATE_KEY need each other.")
    logs.configure(settings.log)
    migrate.upgrade(settings.database_url)
    with listening(settings) as server_socket:
        config = uvicorn.Config(
            create_app(settings),
            log_config=None,
            access_log=False,
            server_header=False,
            proxy_headers=True,
            forwarded_allow_ips=settings.trusted_proxies,
            timeout_graceful_shutdown=STOP_WITHIN_S,
            ssl_certfile=settings.certificate,
            ssl_keyfile=settings.certificate_key,
        )
        port = server_socket.getsockname()[1]
        sys.stdout.write(greeting(settings, port, local_network_address()) + "\n")
        sys.stdout.flush()
        with suppress(KeyboardInterrupt):  # how uvicorn says that it stopped on Ctrl+C
            uvicorn.Server(config).run(sockets=[server_socket])


def listening(settings: Settings) -> socket.socket:
    """A socket on the host and port of `settings`; `::` is every address, those of IPv4 too.

    Raises Refused when they cannot be used.
    """
    address, every = (settings.host, settings.port), settings.host == "::"
    family = socket.AF_INET6 if ":" in settings.host else socket.AF_INET
    both = every and socket.has_dualstack_ipv6()
    try:
        return socket.create_server(address, family=family, backlog=2048, dualstack_ipv6=both)
    except OSError as error:
        raise Refused(
            f"Port {settings.port} on {settings.host} cannot be used. Stop what uses it, or "
            "choose another with MIDSTANCE_PORT."
        ) from error


def greeting(settings: Settings, port: int, lan: str | None) -> str:
    """What the terminal shows: the addresses, one of them to scan, and what HTTP cannot do."""
    scheme = "https" if settings.certificate else "http"
    lines = [f"Midstance runs at {settings.address_here(port)}"]
    phone = settings.public_url
    if phone is None and lan and _reachable(settings.host, lan):
        phone = f"{scheme}://{lan}:{port}"
    if phone:
        lines += [f"On a phone:        {phone}", "", _qr(phone)]
        if not phone.startswith("https://"):
            lines.append(PLAIN_HTTP)
    return "\n".join(lines)


def local_network_address() -> str | None:
    """This machine's address as its network sees it, or None without a network."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect(("192.0.2.1", 9))  # picks a route; a datagram socket sends nothing
        except OSError:
            return None
        address = str(probe.getsockname()[0])
    return None if ipaddress.ip_address(address).is_loopback else address


def _reachable(host: str, lan: str) -> bool:
    return host in {*EVERY_ADDRESS, lan}


def _qr(url: str) -> str:
    drawn = StringIO()
    segno.make(url, error="l", micro=False).terminal(drawn, compact=True)
    drawing = drawn.getvalue()
    encoding = sys.stdout.encoding or "ascii"
    return drawing if drawing.encode(encoding, "ignore").decode(encoding) == drawing else ""
