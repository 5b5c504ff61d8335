import type { EventEntry } from './events.ts';
import type { ExcelHost } from './host.ts';
import { requirementMatrix } from './knobs.ts';

/** How Excel on the web talks to its panes: JSON texts over postMessage, between a parent page and a frame. */
interface Message {
  /** 0 request, 1 response. */
  readonly _messageType: number;
  readonly _actionName: string;
  /** 0 invoke, 1 register an event, 2 unregister one. */
  readonly _actionType: number;
  readonly _conversationId: string;
  readonly _correlationId: number;
  readonly _data: unknown;
}

const RUN_BATCH = 93;
const CONVERSATION = 'conversation';
const EXCEL_ON_THE_WEB = 16;

/** Where a pane finds its host, in the hash of its address as Excel on the web writes it. */
export const paneAddress = (pane: string, host: string): string =>
  `${pane}${pane.includes('?') ? '&' : '?'}_host_Info=Excel$Web$16.00$vi-VN$correlation$$$0#&_xdm_Info=${CONVERSATION}|control|${encodeURIComponent(host)}&_serializer_version=1`;

/** The parent page: the pane in a frame, every message handed to `excelMessage`, events brought by `excelEvent`. */
export const hostPage = (pane: string, width: number): string => `<!doctype html><meta charset="utf-8"><title>Excel</title>
<style>body{margin:0}iframe{border:0;width:${width}px;height:100vh;display:block}</style>
<script>
const pane = () => document.getElementById('pane').contentWindow;
addEventListener('message', async ({ data }) => {
  const answer = await excelMessage(String(data));
  if (answer) pane().postMessage(answer, '*');
});
window.excelEvent = (text) => pane().postMessage(text, '*');
</script>
<iframe id="pane" name="pane" src="${pane.replaceAll('&', '&amp;')}"></iframe>`;

/** The answer to a message of the pane, null where none is due. */
export async function answerMessage(text: string, host: ExcelHost): Promise<string | null> {
  const message = JSON.parse(text) as Message; // office.js wrote it
  if (message._messageType !== 0) return null;
  const data = await dataFor(message, host);
  if (data === undefined) return null;
  return JSON.stringify({ ...heading(message), _correlationId: message._correlationId, _errorCode: 0, _responseType: 0, _data: data });
}

async function dataFor({ _actionName: name, _actionType: type, _data: data }: Message, host: ExcelHost): Promise<unknown> {
  if (name === 'ContextActivationManager_getAppContextAsync') return appContext(host);
  if (name === 'ContextActivationManager_notifyHost') return null;
  if (type !== 0) return { Version: 1, Error: 0 };
  const { DdaMethod, ArrayData } = data as { DdaMethod?: { DispatchId: number }; ArrayData?: readonly unknown[] }; // of executeMethod
  if (name !== 'executeMethod' || DdaMethod?.DispatchId !== RUN_BATCH) {
    host.unknown.push(`message ${name} ${DdaMethod?.DispatchId ?? ''}`);
    return { Version: 1, Error: 5001 };
  }
  const answer = await host.run(String(ArrayData?.[4]), Number(ArrayData?.[6]));
  return { Version: 1, Error: 0, Data: [200, [], JSON.stringify(answer)] };
}

/** Events as a message to the pane; they have no request that they answer. */
export const eventMessage = (entries: readonly EventEntry[]): string =>
  JSON.stringify({
    ...heading({ _actionName: 'richApiMessage', _conversationId: CONVERSATION }),
    _correlationId: -1,
    _errorCode: 0,
    _responseType: 1,
    _data: { ArrayData: entries.map(entryArray) },
  });

/** An event as both ways carry it. */
export const entryArray = ({ messageCategory, messageType, targetId, message }: EventEntry): readonly unknown[] => [
  messageCategory,
  messageType,
  targetId,
  message,
  '',
  false,
];

const heading = ({ _actionName, _conversationId }: Pick<Message, '_actionName' | '_conversationId'>) => ({
  _messageType: 1,
  _actionName,
  _conversationId,
  _serializerVersion: 1,
});

const appContext = ({ model }: ExcelHost) => ({
  _id: 'control',
  _appName: EXCEL_ON_THE_WEB,
  _appVersion: '16.0',
  _appMinorVersion: 0,
  _hostFullVersion: '16.0.20026.41000',
  _appUILocale: 'vi-VN',
  _dataLocale: 'vi-VN',
  _docUrl: 'https://phuluc.test/so-lieu.xlsx',
  _clientMode: 0,
  _settings: [],
  _reason: 0,
  _osfControlType: 1,
  _eToken: '',
  _correlationId: 'correlation',
  _requirementMatrix: requirementMatrix(model.knobs),
});
