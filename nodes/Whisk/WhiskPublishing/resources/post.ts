import { body, boolean, collection, json, option, path, query, required, text, texts, under } from '../../../../engine/fields';
import { op, resource } from '../../../../engine/rows';
import { cursorPaging } from '../../fields';
import { postId, reportFields } from '../fields';

const REASONS = { REPORT_REASON_SPAM: 'Spam', REPORT_REASON_NSFW: 'Not Safe for Work', REPORT_REASON_IP_INFRINGEMENT: 'Breach of Copyright' };
const reason = () => body('report_info.reason', option({ label: 'Reason', required: true, options: REASONS, description: 'Why Whisk shall look at it' }));

/** A post has one of these. */
const CONTENT = ['message', 'attachments.communities', 'attachments.recipes', 'attachments.reviewed'];

/** What a post says and what is attached to it: recipes, a review of one, or communities. */
const content = {
	message: body('post.text.text', text({ label: 'Text', rows: 4, placeholder: 'e.g. What we cook in autumn', description: 'What readers see' })),
	attachments: collection({ label: 'Attachments', add: 'Add Attachment', description: 'Recipes, or the review of one, or communities; an image goes with a single recipe' }, under('post.attachments', {
		communities: body('community_ids', texts({ label: 'Community IDs', placeholder: 'e.g. 10773a8dcf2148fb9e5d5f8f8d5c2bd4', description: 'Where it appears; separated by commas' })),
		image: body('image', json({ label: 'Image (JSON)', placeholder: 'e.g. { "url": "https://example.com/soup.jpg" }', description: 'A picture of a single recipe' })),
		liked: body('recipe_with_rating.rating.liked', boolean({ label: 'Review: Liked', description: 'Whether the recipe was liked' })),
		recipes: body('recipe_ids', texts({ label: 'Recipe IDs', placeholder: 'e.g. 9773cb7eca5d11e7ae7e42010a9a0035', description: 'Separated by commas' })),
		reviewed: body('recipe_with_rating.recipe_id', text({ label: 'Review: Recipe ID', placeholder: 'e.g. 9773cb7eca5d11e7ae7e42010a9a0035', description: 'The recipe that is reviewed; needs Review: Liked' })),
		tags: body('recipe_with_rating.tags', texts({ label: 'Review: Tags', placeholder: 'e.g. easy, tasty', description: 'Dictionary → Get names those that there are' })),
	})),
};

export const post = resource('Post', 'post', [
	op({
		value: 'create', name: 'Create', action: 'Create post', description: 'Publish a text with recipes, a review or communities',
		route: 'POST /v2/posts', tokens: ['user'], status: 'partial',
		effect: 'create', repeat: 'never', fields: content, anyOf: CONTENT,
	}),
	op({
		value: 'get', name: 'Get', action: 'Get post', description: 'Retrieve a post with what is attached to it',
		route: 'GET /v2/posts/{post}', tokens: ['user'], status: 'partial',
		effect: 'read', repeat: 'absolute', fields: { post: postId() },
	}),
	op({
		value: 'getLikes', name: 'Get Likes', action: 'Get likes of post or reply', description: 'Retrieve the users who like a post or a reply',
		route: 'GET /v2/reaction/users', tokens: ['user'], status: 'partial',
		effect: 'read', repeat: 'absolute', oneOf: ['post', 'reply'],
		fields: {
			post: query('target.post', text({ label: 'Post ID', placeholder: 'e.g. 5b0c7d1e9f3a4c70', description: 'Give this, or Reply ID' })),
			reply: query('target.reply', text({ label: 'Reply ID', placeholder: 'e.g. 5b0c7d1e9f3a4c71', description: 'Give this, or Post ID' })),
		},
		list: { items: 'users', id: ['id'], paging: cursorPaging() },
	}),
	op({
		value: 'like', name: 'Like', action: 'Like post or reply', description: 'Say that the user likes a post or a reply, or dislikes it',
		route: 'POST /v2/reaction', tokens: ['user'], status: 'partial',
		effect: 'update', repeat: 'absolute', lane: ['post', 'reply'], anyOf: ['post', 'reply'],
		fields: {
			liked: body('reaction.like', required(boolean({ label: 'Liked', description: 'Whether it is liked; off means disliked' }))),
			post: body('target.post', text({ label: 'Post ID', placeholder: 'e.g. 5b0c7d1e9f3a4c70', description: 'Give this, or Reply ID' })),
			reply: body('target.reply', text({ label: 'Reply ID', placeholder: 'e.g. 5b0c7d1e9f3a4c71', description: 'Give this, or Post ID' })),
		},
		echo: ({ liked }) => ({ success: true, liked }),
	}),
	op({
		value: 'report', name: 'Report', action: 'Report post', description: 'Tell Whisk about a post that should not be there',
		route: 'POST /v2/posts/{post}/report', tokens: ['user'],
		effect: 'create', repeat: 'never', fields: { post: postId(), reason: reason(), ...reportFields },
		echo: ({ post: id }) => ({ reported: true, post_id: id }),
	}),
	op({
		value: 'update', name: 'Update', action: 'Update post', description: 'Write a post anew: what is not given is lost. A review is hidden from its recipe when another attachment takes its place.',
		route: 'PUT /v2/posts/{post}', tokens: ['user'], status: 'partial',
		effect: 'update', repeat: 'absolute', lane: ['post'], fields: { post: postId(), ...content }, anyOf: CONTENT,
	}),
]);

export const postReply = resource('Post Reply', 'postReply', [
	op({
		value: 'report', name: 'Report', action: 'Report post reply', description: 'Tell Whisk about a reply that should not be there',
		route: 'POST /v2/posts/replies/{reply}/report', tokens: ['user'],
		effect: 'create', repeat: 'never',
		fields: { reply: path('reply_id', text({ label: 'Reply ID', required: true, placeholder: 'e.g. 5b0c7d1e9f3a4c71', description: 'Stands in the post' })), reason: reason(), ...reportFields },
		echo: ({ reply }) => ({ reported: true, reply_id: reply }),
	}),
]);
