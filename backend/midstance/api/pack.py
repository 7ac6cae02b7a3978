"""GET /api/pack: all a phone needs to go on alone for six weeks."""

from fastapi import APIRouter, Request, Response

from midstance import __version__
from midstance.accounts.current import CurrentDevice
from midstance.api.catalog import REVALIDATE, catalog, etag, ready, tagged
from midstance.api.day_asked import Day, day_or_today
from midstance.api.runner.pack import pack
from midstance.api.runner.standing import standing
from midstance.database import Reading
from midstance.journal.head import head

router = APIRouter(prefix="/api/pack", tags=["training"])


@router.get("", response_class=Response, responses={304: {"description": "Still the same"}})
def the_pack(
    request: Request, device: CurrentDevice, db: Reading, day: Day | None = None
) -> Response:
    """Plan, ladders, positions and rules. The same journal, day and content give the same tag."""
    content = catalog()
    end = head(db, device.athlete)
    asked = day_or_today(db, device.athlete, day)
    tag = etag(f"{__version__}-{content.version}-{end.seq}-{end.chain}-{asked}")
    if same := tagged(request, tag):
        return same
    stands = standing(db, device.athlete, asked, content)
    made = ready(pack(device.athlete, end.seq, stands, content))
    headers = {"ETag": tag, "Cache-Control": f"private, {REVALIDATE}"}
    return Response(made.content, media_type="application/json", headers=headers)
