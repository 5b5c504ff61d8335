import { writeFileSync } from 'node:fs';
import { dictionaryText } from '../contract/feed/dictionary-text.ts';

/** Writes the page of the data dictionary anew: after a column or a shape of the feed has changed. */
writeFileSync('docs/huong-dan/tu-dien-du-lieu.md', dictionaryText());
