import type { Meanings } from '../../../../engine/types';

/** Sentences for the codes of payment disputes, by call: what happened and what to do. */
export const unknown: Meanings = { 33000: 'eBay reports a fault of its own.', 33001: 'There is no payment dispute with this ID for the member behind this credential.' };

export const searchCodes: Meanings = { ...unknown, 33001: 'eBay could not use a filter. Check the dates, which may be at most 90 days apart, and the limit.' };

const unfit: Meanings = { 33100: 'eBay could not use a value of this request. Compare Revision and Return Address with the dispute.' };

export const acceptCodes: Meanings = {
	...unknown, ...unfit,
	33011: 'The dispute has changed since it was read: get it again and give its new Revision.',
};

export const contestCodes: Meanings = {
	...acceptCodes,
	33101: 'The dispute is in a state in which it cannot be contested: it is closed, or was answered already.',
	33102: 'No evidence was given. Upload files and add them as evidence before you contest.',
};

export const unknownFile: Meanings = { ...unknown, 33002: 'The dispute has no evidence with this ID.', 33003: 'This evidence has no file with this ID.' };

export const evidenceCodes: Meanings = {
	...unknown,
	33003: 'A file of this ID was not uploaded for this dispute. Upload it first and take the ID from the answer.',
	33004: 'The dispute takes no more evidence: it is closed, or was contested already.',
	33007: 'A line does not belong to this dispute. Take the IDs of item and line from the dispute.',
	33008: 'eBay does not know this type of evidence, or does not ask for it here.',
	33009: 'Type or lines do not fit what eBay has asked for. Take both from the requests for evidence in the dispute.',
	33100: 'eBay could not use a value of this request. Give at least one file and a type.',
	33103: 'This piece of evidence has too many files.',
	33104: 'The files of this piece of evidence are more than 1.5 MB together. Make them smaller.',
};

export const updateCodes: Meanings = { ...evidenceCodes, 33010: 'The dispute has no piece of evidence with this ID. Take it from the dispute.' };

export const uploadCodes: Meanings = {
	...unknown,
	33004: 'The dispute takes no more files: it is closed, or was contested already.',
	33005: 'eBay takes JPEG and PNG pictures only.',
	33006: 'The file is larger than 1.5 MB. Make it smaller.',
	33105: 'The dispute has as many files as it may have.',
	33106: 'The file needs a name of at most 255 characters.',
	33107: 'eBay takes one file a call.',
};
