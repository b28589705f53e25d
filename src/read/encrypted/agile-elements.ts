import { SaxesParser } from 'saxes';

/** What an element of an `EncryptionInfo` says. */
export type Said = Readonly<Record<string, { readonly value: string } | undefined>>;

/** Of the keys of a package, the one that a password opens; others open with certificates. */
const PASSWORD_KEY = 'http://schemas.microsoft.com/office/2006/keyEncryptor/password';

/** The elements that say how a package and its key are encrypted ([MS-OFFCRYPTO] 2.3.4.10); empty when there is none. */
export function agileElements(xml: string): { readonly ofPackage: Said; readonly ofKey: Said } {
  const found: { ofPackage: Said; ofKey: Said } = { ofPackage: {}, ofKey: {} };
  const parser = new SaxesParser({ xmlns: true });
  // A key that was read amiss does not open its verifier.
  parser.on('error', () => {});
  parser.on('opentag', ({ local, uri, attributes }) => {
    if (local === 'keyData') found.ofPackage = attributes;
    if (local === 'encryptedKey' && uri === PASSWORD_KEY) found.ofKey = attributes;
  });
  parser.write(xml).close();
  return found;
}
