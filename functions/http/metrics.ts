/** A call that was answered. */
interface Answered {
  readonly route: string;
  readonly status: number;
  readonly ms: number;
}

/** Upper bounds of the histogram, in seconds. */
const BOUNDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/** What a server counts from its start on; one a process. */
export class Metrics {
  private readonly requests = new Map<string, number>();
  private readonly buckets = BOUNDS.map(() => 0);
  private seconds = 0;
  private count = 0;
  private submissions = 0;
  private storeErrors = 0;

  answered({ route, status, ms }: Answered): void {
    const labels = `route="${route}",status="${status}"`;
    this.requests.set(labels, (this.requests.get(labels) ?? 0) + 1);
    const seconds = ms / 1000;
    this.seconds += seconds;
    this.count++;
    BOUNDS.forEach((bound, k) => {
      if (seconds <= bound) this.buckets[k] = (this.buckets[k] ?? 0) + 1;
    });
    if (status === 201 && SUBMITTING.has(route)) this.submissions++;
  }

  storeFailed(): void {
    this.storeErrors++;
  }

  /** The text format of Prometheus, version 0.0.4. `outbox`: letters that wait to be sent. */
  text({ version, outbox, spoilt }: { readonly version: string; readonly outbox: number; readonly spoilt: number }): string {
    const buckets = BOUNDS.map((bound, k) => [`le="${bound}"`, this.buckets[k] ?? 0] as const);
    const families = [
      family('phuluc_info', 'gauge', 'Version of the program', [[`version="${version}"`, 1]]),
      family('phuluc_requests_total', 'counter', 'Requests by route and status', [...this.requests].sort()),
      family('phuluc_request_duration_seconds', 'histogram', 'Time from a request to its answer', []),
      [...buckets, ['le="+Inf"', this.count] as const].map(
        ([labels, value]) => `phuluc_request_duration_seconds_bucket{${labels}} ${value}`,
      ),
      [`phuluc_request_duration_seconds_sum ${this.seconds.toFixed(6)}`, `phuluc_request_duration_seconds_count ${this.count}`],
      family('phuluc_submissions_total', 'counter', 'Versions that were stored', [['', this.submissions]]),
      family('phuluc_store_errors_total', 'counter', 'Requests that failed because the storage did', [['', this.storeErrors]]),
      family('phuluc_spoilt_rows', 'gauge', 'Stored rows that cannot be read', [['', spoilt]]),
      family('phuluc_outbox_letters', 'gauge', 'Letters that wait to be sent', [['', outbox]]),
    ];
    return `${families.flat().join('\n')}\n`;
  }
}

/** Where a report comes in. */
const SUBMITTING: ReadonlySet<string> = new Set(['/periods/{period}/reports/{agency}', '/periods/{period}/intake']);

const family = (name: string, type: string, help: string, values: readonly (readonly [labels: string, value: number])[]): string[] => [
  `# HELP ${name} ${help}`,
  `# TYPE ${name} ${type}`,
  ...values.map(([labels, value]) => `${name}${labels && `{${labels}}`} ${value}`),
];
