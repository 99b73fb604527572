import { file as fileField } from '../../../engine/composites';
import { body, text } from '../../../engine/fields';
import { op, resource } from '../../../engine/rows';

export const file = resource('File', 'file', [
	op({
		value: 'upload', name: 'Upload', action: 'Upload file', description: 'Send a file that a connection request can refer to; stock and order files are not read from here',
		route: 'POST /organizations/files/upload/', since: 'timp', encoding: 'multipart',
		effect: 'create', repeat: 'never',
		fields: {
			file: body('file', fileField()),
			fileName: body('filename', text({ label: 'File Name', required: true, placeholder: 'e.g. w9.pdf', description: 'Under which name it is kept' })),
		},
	}),
]);
