# Build the scripts and translations, then keep only what serving needs.
FROM python:3.11-slim AS build
WORKDIR /app
RUN apt-get update && apt-get install -y --no-install-recommends make && rm -rf /var/lib/apt/lists/*
COPY . .
RUN make build && rm -rf .venv node_modules

FROM python:3.11-slim
WORKDIR /app
COPY requirements.txt .
RUN pip install --no-cache-dir --require-hashes -r requirements.txt && useradd --system tiepsuc
COPY --from=build /app /app
ENV TIEPSUC_ENV=production TIEPSUC_HOME=/var/lib/tiepsuc HOST=0.0.0.0
RUN install -d -o tiepsuc /var/lib/tiepsuc
USER tiepsuc
VOLUME /var/lib/tiepsuc
EXPOSE 8000
CMD ["sh", "-c", "python -m backend prepare && exec gunicorn -c gunicorn.conf.py backend.wsgi:app"]
