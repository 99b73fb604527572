import type { Answer, FilePart, Visit } from '../types';
import { failed, newUuid, ok } from './answers';
import type { CruxCaller, CruxState } from './state';

/** POST /timp/organizations/files/upload/: the same file twice gives two uuids. */
export function uploadFile({ state, body }: Visit<CruxState, CruxCaller>): Answer {
	const { file, filename: name } = body as { file: FilePart; filename: string };
	if (name.trim() === '') return failed(400, 'filename must not be empty');
	if (file.content.length === 0) return failed(400, 'The file is empty');
	const uuid = newUuid();
	state.uploads.set(uuid, { ...file, uuid, name });
	return ok({ uuid });
}
