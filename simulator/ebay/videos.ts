import type { Answer } from '../types';
import { failed } from './errors';
import type { EbayVisit } from './inventory';
import { DAY } from './ordersSeed';
import { refuse } from './refusals';
import { serialOf } from './serial';

export interface EbayVideo {
	videoId: string;
	title: string;
	description?: string;
	classification: string[];
	size: number;
	content: Buffer;
	createdAt: number;
	/** How often it was looked at since its last byte came. */
	polls: number;
	/** How its processing ends; a test may set another end. */
	outcome: 'LIVE' | 'BLOCKED' | 'PROCESSING_FAILED';
}

const MOST = 157_286_400;
/** Looks at a new video that still find it in work. */
const POLLS = 1;
const BYTES = 'application/octet-stream';
const MARKUP = /<[a-z/!]/i;

/** POST /video */
export function createVideo({ state, body, address, operation, now }: EbayVisit): Answer {
	const { title, size, classification, description } = body as { title: string; size: number; classification: string[]; description?: string };
	if (size < 1) return failed(400, 190002);
	if (size > MOST) return failed(400, 190003);
	if (title.trim() === '') return failed(400, 190006);
	if (MARKUP.test(title)) return failed(400, 190016);
	if (MARKUP.test(description ?? '')) return failed(400, 190017);
	if (classification.length !== 1 || classification[0] !== 'ITEM') return failed(400, 190014);
	const videoId = serialOf(state, 4900000000);
	state.videos.set(videoId, { videoId, title, description, classification, size, content: Buffer.alloc(0), createdAt: now, polls: 0, outcome: 'LIVE' });
	return { status: 201, headers: { location: `${address}/ebay/apim.ebay.com${operation.path}/${videoId}` } };
}

/** A refusal when a part of a video does not follow on what has arrived. */
function rangeRefusal({ size, content }: EbayVideo, range: string, sent: number): Answer | undefined {
	const [, from, to, total] = /^bytes (\d+)-(\d+)\/(\d+)$/.exec(range) ?? [];
	if (from === undefined) return failed(400, 190010);
	if (Number(to) - Number(from) + 1 !== sent) return failed(400, 190007);
	if (Number(total) !== size) return failed(400, 190015);
	return Number(from) === content.length && Number(to) < size ? undefined : failed(416, 190009);
}

/** POST /video/{video_id}/upload: in one piece, or piece by piece with Content-Range. */
export function uploadVideo({ state, params, headers, raw, operation }: EbayVisit): Answer {
	const video = state.videos.get(params.video_id);
	if (!video) return failed(404, 190001);
	if (headers['content-type']?.split(';')[0] !== BYTES) return refuse({ kind: 'content-type', expected: BYTES }, operation);
	if (video.content.length === video.size) return failed(409, 190011);
	if (headers['content-length'] === undefined) return failed(411, 190008);
	const range = headers['content-range'];
	const refusal = range === undefined ? (raw.length === video.size ? undefined : failed(400, 190015)) : rangeRefusal(video, range, raw.length);
	if (refusal) return refusal;
	video.content = range === undefined ? raw : Buffer.concat([video.content, raw]);
	return { status: 200 };
}

/** GET /video/{video_id}: in work when first looked at after the upload, done after that. */
export function getVideo({ state, params }: EbayVisit): Answer {
	const video = state.videos.get(params.video_id);
	if (!video) return failed(404, 190001);
	const { videoId, title, description, classification, size, content, createdAt, outcome } = video;
	const isWhole = content.length === size;
	if (isWhole) video.polls += 1;
	const status = !isWhole ? 'PENDING_UPLOAD' : video.polls <= POLLS ? 'PROCESSING' : outcome;
	const playLists = ['DASH', 'HLS'].map((protocol) => ({ protocol, playUrl: `https://video.ebaycdn.test/${videoId}/${protocol.toLowerCase()}` }));
	return {
		status: 200,
		body: {
			videoId,
			title,
			...(description === undefined ? {} : { description }),
			classification,
			size,
			status,
			expirationDate: new Date(createdAt + 30 * DAY).toISOString(),
			...(status === 'LIVE' ? { playLists, thumbnail: { imageUrl: `https://i.ebayimg.test/videos/${videoId}.jpg` } } : {}),
			...(status === 'BLOCKED' ? { statusMessage: 'The content is not allowed', moderation: { rejectReasons: ['OTHER'] } } : {}),
		},
	};
}
