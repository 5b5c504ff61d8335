import { posix } from 'node:path';
import { textFiles } from './files.mjs';

/** What each room may import: other rooms, packages, and Node's own modules only where `node` says so. A room may always import itself. */
const ROOMS = [
  { room: 'core', rooms: [], packages: ['zod'], node: false },
  { room: 'seeds', rooms: ['core'], packages: [], node: false },
  { room: 'templates/read', rooms: ['core'], packages: ['fflate'], node: false },
  { room: 'templates/mend', rooms: ['core', 'templates/read'], packages: ['fflate'], node: false },
  { room: 'templates', rooms: ['core', 'seeds', 'templates/read'], packages: ['exceljs', 'fflate'], node: true },
  {
    room: 'functions',
    rooms: ['core', 'seeds', 'templates', 'templates/read'],
    packages: ['@azure/data-tables', '@azure/functions', '@azure/identity', 'jose', 'libsql', 'nodemailer', 'zod'],
    node: true,
  },
  { room: 'addin/api', rooms: ['core'], packages: [], node: false },
  { room: 'addin/workbook', rooms: ['core'], packages: [], node: false },
  { room: 'addin/ui', rooms: ['core', 'addin/api'], packages: ['preact', 'uqr', '@noble/hashes'], node: false },
  {
    room: 'addin/pane',
    rooms: ['core', 'addin/api', 'addin/ui', 'addin/workbook'],
    packages: ['preact', '@azure/msal-browser'],
    node: false,
  },
  {
    room: 'addin/web',
    rooms: ['core', 'addin/api', 'addin/ui', 'templates/read', 'templates/mend'],
    packages: ['preact'],
    node: false,
  },
  { room: 'cli', rooms: ['core', 'seeds', 'templates', 'templates/read', 'functions'], packages: ['zod'], node: true },
];

// Rooms that see everything, but build no workbook: that is what templates is for.
const WITHOUT = [{ room: 'local', packages: ['exceljs'] }];

const SPECIFIER = /(?:\bfrom|\bimport|\bimport\s*\(|\brequire\s*\()\s*['"]([^'"\n]+)['"]/g;

/** Imports run one way between the rooms, and only templates knows exceljs. */
export const rooms = {
  name: 'imports between rooms',
  run: async () =>
    textFiles()
      .filter(({ path }) => /\.tsx?$/.test(path))
      .flatMap(({ path, text }) =>
        specifiersIn(text)
          .filter((specifier) => !isAllowed(path, specifier))
          .map((specifier) => `${path}: must not import ${specifier}`),
      ),
};

const specifiersIn = (text) => [...withoutComments(text).matchAll(SPECIFIER)].map(([, specifier]) => specifier);

const withoutComments = (text) => text.replace(/^\s*(?:\/\/|\/?\*).*$/gm, '');

function isAllowed(path, specifier) {
  const room = ROOMS.find((one) => path.startsWith(`${one.room}/`));
  if (specifier.startsWith('.'))
    return !room || [room.room, ...room.rooms].includes(roomOf(posix.join(posix.dirname(path), specifier), room));
  if (specifier.startsWith('node:')) return room?.node ?? true;
  if (room) return isOneOf(room.packages, specifier);
  return !WITHOUT.some((one) => path.startsWith(`${one.room}/`) && isOneOf(one.packages, specifier));
}

/** The room of an imported file; the version in package.json is at home in every room that knows Node. */
const roomOf = (path, from) =>
  path === 'package.json' && from.node ? from.room : ROOMS.find(({ room }) => path.startsWith(`${room}/`))?.room;

const isOneOf = (packages, specifier) => packages.some((name) => specifier === name || specifier.startsWith(`${name}/`));
