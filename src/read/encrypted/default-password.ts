/**
 * With it Excel encrypts a workbook whose structure is protected, and tries it before it asks for a password: such a
 * file opens like every other one. [MS-OFFCRYPTO] and the documents of Excel itself name it.
 */
export const DEFAULT_PASSWORD = 'VelvetSweatshop';
