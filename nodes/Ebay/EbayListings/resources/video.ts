import { file } from '../../../../engine/composites';
import { body, header, integer, multiOption, path, text } from '../../../../engine/fields';
import { op, resource } from '../../../../engine/rows';
import { MEDIA_HOST } from './fields';

const shared = { host: MEDIA_HOST, tokens: ['user'] };

const videoId = () => path('video_id', text({ label: 'Video ID', required: true, description: 'Create hands it on' }));

const MOST_BYTES = 157_286_400;

export const video = resource('Video', 'video', [
	op({
		value: 'create', name: 'Create', action: 'Create video', description: 'Announce a video, whose file Upload sends afterwards',
		route: 'POST /commerce/media/v1_beta/video', ...shared,
		effect: 'create', repeat: 'never', location: 'videoId',
		fields: {
			title: body('title', text({ label: 'Title', required: true, placeholder: 'e.g. The lamp in use' })),
			size: body('size', integer({ label: 'Size (Bytes)', required: true, min: 1, max: MOST_BYTES, default: 1, description: 'Of the file, to the byte; 150 MB at most' })),
			classification: body('classification', multiOption({ label: 'Classification', required: true, description: 'What the video is for', options: { ITEM: 'Item' } })),
			videoDescription: body('description', text({ label: 'Description', rows: 3, description: 'What the video shows' })),
		},
	}),
	op({
		value: 'get', name: 'Get', action: 'Get video', description: 'Look up whether a video is live, in process, or refused',
		route: 'GET /commerce/media/v1_beta/video/{video}', ...shared,
		effect: 'read', repeat: 'absolute', fields: { video: videoId() },
	}),
	op({
		value: 'upload', name: 'Upload', action: 'Upload video', description: 'Send the file of a video that was created with exactly its size',
		route: 'POST /commerce/media/v1_beta/video/{video}/upload', ...shared, encoding: 'raw',
		effect: 'update', repeat: { keyed: [190011] }, lane: ['video'],
		fields: {
			video: videoId(), file: body('file', file({ maxBytes: MOST_BYTES, types: /video\/|octet-stream|\.mp4$/i, typesText: 'MP4 videos' })),
			range: header('Content-Range', text({ label: 'Content Range', placeholder: 'e.g. bytes 0-1023/4096', description: 'Only for a file that is sent in parts' })),
		},
		meanings: {
			190000: 'eBay reports a fault of its own.', 190001: 'There is no video with this ID.', 190007: 'The file has not the size that the range says.', 190008: 'eBay received no length of the file.',
			190009: 'The range does not follow on what eBay has already.', 190010: 'The range is written like bytes 0-1023/4096.', 190011: 'This video has its file already.', 190012: 'The length of the file is not one that eBay takes.',
			190013: 'The video belongs to another member.', 190015: 'The file has not the size that Create named.',
		},
		echo: ({ video: id }) => ({ success: true, videoId: id }),
	}),
]);
