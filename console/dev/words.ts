import { LANGUAGES, learn } from '../src/text/language';

// Tests ask for words of both languages at once.
await Promise.all(LANGUAGES.map(learn));
