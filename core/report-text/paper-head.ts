import type { Day } from '../day.ts';
import { headingGoverns, headingName, headingPlace, headingSymbol } from '../form/heading-text.ts';
import type { Agency } from '../plan/agency.ts';
import type { Plan } from '../plan/plan.ts';
import type { Signing } from '../plan/signing.ts';
import { MOTTO, NATION } from './nation.ts';

const COMMITTEE = 'ỦY BAN NHÂN DÂN';
const OPEN = '…';
const KEPT = 'Lưu: VT.';
const IS_KEPT = /^Lưu\s*:/iu;

/** Heads of offices by how the office's name begins; the first that fits. */
const HEADS: readonly (readonly [begins: RegExp, title: string])[] = [
  [/^(Sở|Công an) /u, 'GIÁM ĐỐC'],
  [/^Văn phòng /u, 'CHÁNH VĂN PHÒNG'],
  [/^Thanh tra /u, 'CHÁNH THANH TRA'],
  [/^Ban /u, 'TRƯỞNG BAN'],
  [/^Bộ Chỉ huy /u, 'CHỈ HUY TRƯỞNG'],
];

/** What stands above and below an official paper (Nghị định 30/2020/NĐ-CP, Phụ lục I). */
export interface PaperHead {
  /** The body above the issuer; null where there is none. */
  readonly governs: string | null;
  readonly issuer: string;
  /** The issuer as sentences name it. */
  readonly issuerInText: string;
  readonly number: string;
  readonly placeAndDate: string;
  /** "(Kèm theo Báo cáo số …/BC-UBND ngày … tháng … năm … của …)". */
  readonly attached: string;
  readonly addressees: readonly string[];
  /** Authority, on behalf of whom, title: a line each. */
  readonly signer: readonly string[];
  readonly signerName: string;
  /** Nơi nhận, a line each, the file copy last. */
  readonly recipients: readonly string[];
}

/** A name of the letterhead in pieces that stay whole where it breaks: a committee and its place; another name is one. */
export const namePieces = (name: string): readonly string[] =>
  name.startsWith(`${COMMITTEE} `) ? [COMMITTEE, name.slice(COMMITTEE.length + 1)] : [name];

/** In the place of a signer's name that is not known yet. */
export const NAME_OPEN = '[Họ và tên]';

/** The signer's name, or its place. */
export const signerLine = ({ signerName }: PaperHead): string => signerName || NAME_OPEN;

/** All lines of letterhead and signature, one after the other. */
export const frameWords = (head: PaperHead): readonly string[] => [
  ...(head.governs === null ? [] : [head.governs]),
  head.issuer,
  head.number,
  NATION,
  MOTTO,
  head.placeAndDate,
  RECIPIENTS,
  ...recipientLines(head),
  ...head.signer,
  signerLine(head),
];

/** The name of the kind of paper (Nghị định 30/2020/NĐ-CP, Phụ lục I). */
export const REPORT_TITLE = 'BÁO CÁO';
/** Whom the report is addressed to; empty where it is nobody. */
export const addressLine = (addressees: readonly string[]): string => (addressees.length === 0 ? '' : `Kính gửi: ${addressees.join('; ')}`);

/** Nơi nhận below its title (`RECIPIENTS`), as it stands on paper. */
export const recipientLines = ({ recipients }: PaperHead): readonly string[] =>
  recipients.map((line, k) => `- ${line}${k < recipients.length - 1 ? ';' : ''}`);
export const RECIPIENTS = 'Nơi nhận:';

/** The head of the report of the plan's whole area. */
export function reportHead(plan: Plan, agencies: ReadonlyMap<string, Agency>, signing: Signing): PaperHead {
  const issuer = signing.issuer === undefined ? undefined : agencies.get(signing.issuer);
  const own = issuer ? agencyPaper(issuer, plan) : officePaper(plan);
  const { authority = own.authority, onBehalfOf = '', title = own.title, name = '', addressees = [] } = signing;
  const usual = [...(addressees.length > 0 ? ['Như trên'] : []), ...plan.agencyGroups.map((group) => group.name)];
  return headOf(own, {
    number: signing.number || OPEN,
    day: signing.day ?? null,
    addressees,
    signer: [authority, onBehalfOf, title].filter((line) => line !== ''),
    signerName: name,
    recipients: signing.recipients ?? usual,
  });
}

/** The head of an agency's own report to the office that consolidates (plan, V.1), or of that office's own to the one that issued the plan. */
export function ownReportHead(agency: Agency, plan: Plan): PaperHead {
  const own = agencyPaper(agency, plan);
  return headOf(own, {
    number: OPEN,
    day: null,
    addressees: [agency.name === plan.reporting.to ? officePaper(plan).issuerInText : plan.reporting.to],
    signer: [own.authority, own.title].filter((line) => line !== ''),
    signerName: '',
    recipients: ['Như trên'],
  });
}

interface OwnPaper {
  readonly governs: string | null;
  readonly issuer: string;
  readonly issuerInText: string;
  readonly symbol: string;
  readonly place: string;
  readonly authority: string;
  readonly title: string;
}

function officePaper({ office, number }: Plan): OwnPaper {
  const isCommittee = office.issuer.startsWith(COMMITTEE);
  return {
    governs: null,
    issuer: office.issuer,
    issuerInText: isCommittee ? `UBND ${office.name}` : office.name,
    symbol: `BC-${number.split('-').at(-1)}`,
    place: office.place,
    authority: isCommittee ? `TM. ${COMMITTEE}` : '',
    title: isCommittee ? 'CHỦ TỊCH' : 'THỦ TRƯỞNG CƠ QUAN',
  };
}

function agencyPaper(agency: Agency, plan: Plan): OwnPaper {
  const isCommittee = headingName(agency).startsWith(COMMITTEE);
  return {
    governs: headingGoverns(agency, plan),
    issuer: headingName(agency),
    issuerInText: agency.name,
    symbol: headingSymbol(agency),
    place: headingPlace(agency, plan),
    authority: isCommittee ? `TM. ${COMMITTEE}` : '',
    title: isCommittee ? 'CHỦ TỊCH' : (HEADS.find(([begins]) => begins.test(agency.name))?.[1] ?? 'THỦ TRƯỞNG CƠ QUAN'),
  };
}

interface Given extends Pick<PaperHead, 'number' | 'addressees' | 'signer' | 'signerName' | 'recipients'> {
  readonly day: Day | null;
}

function headOf({ governs, issuer, issuerInText, symbol, place }: OwnPaper, { day, ...given }: Given): PaperHead {
  const date = paperDay(day);
  const number = given.number.includes('/') ? given.number : `${given.number}/${symbol}`; // some type the whole of it
  return {
    ...given,
    governs,
    issuer,
    issuerInText,
    number: `Số: ${number}`,
    placeAndDate: `${place}, ${date}`,
    attached: `(Kèm theo Báo cáo số ${number} ${date} của ${issuerInText})`,
    recipients: keptLast(given.recipients),
  };
}

/** The file copy last: the usual one, or as it was typed ("Lưu: VT, KGVX"). */
function keptLast(recipients: readonly string[]): readonly string[] {
  const kept = recipients.filter((line) => IS_KEPT.test(line));
  return [...recipients.filter((line) => !kept.includes(line)), ...(kept.length > 0 ? kept : [KEPT])];
}

/** "ngày 05 tháng 01 năm 2027": days below ten and the months January and February with a nought (Nghị định 30/2020/NĐ-CP, Phụ lục I). */
function paperDay(day: Day | null): string {
  if (day === null) return `ngày ${OPEN} tháng ${OPEN} năm ${OPEN}`;
  const [year, month = '', date] = day.split('-');
  return `ngày ${date} tháng ${Number(month) > 2 ? Number(month) : month} năm ${year}`;
}
