# A small image that runs Midstance as an ordinary user; everything worth keeping is in /data.
FROM python:3.11-slim AS build
WORKDIR /source
COPY . .
RUN pip wheel --no-cache-dir --wheel-dir /wheels .

FROM python:3.11-slim
RUN --mount=type=bind,from=build,source=/wheels,target=/wheels \
    pip install --no-cache-dir --no-index --find-links /wheels midstance \
    && useradd --uid 1000 --no-create-home midstance \
    && install --directory --owner midstance /data
USER midstance
ENV MIDSTANCE_DATABASE_URL=sqlite:////data/midstance.db \
    MIDSTANCE_HOST=0.0.0.0 \
    MIDSTANCE_PORT=8000 \
    PYTHONUNBUFFERED=1
VOLUME /data
EXPOSE 8000
HEALTHCHECK --interval=30s --timeout=5s --start-period=20s \
    CMD ["midstance", "health"]
CMD ["midstance", "serve"]
