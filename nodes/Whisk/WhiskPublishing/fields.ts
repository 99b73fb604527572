import type { IDataObject } from 'n8n-workflow';
import { body, locator, multiOption, path, query, text } from '../../../engine/fields';
import type { Picker } from '../../../engine/types';

const PARTS = {
	COMMUNITY_FIELD_DESCRIPTION: 'Description', COMMUNITY_FIELD_TOPICS: 'Topics', COMMUNITY_FIELD_SOCIAL_SETTINGS: 'Social Settings', COMMUNITY_FIELD_PERMISSIONS: 'Permissions',
	COMMUNITY_FIELD_MEMBERS_COUNT: 'Number of Members', COMMUNITY_FIELD_RECIPES_COUNT: 'Number of Recipes', COMMUNITY_FIELD_SPONSORED: 'Sponsored',
};

export const communityParts = () => query('fields', multiOption({ label: 'Parts', description: 'What each community holds beside ID, name and image', options: PARTS }));

const topicPicker: Picker = {
	name: 'searchTopics', route: 'GET /community/v2/discover', tokens: ['user'], list: { items: 'topics', id: ['details.id'] },
	label: ({ details }) => String((details as IDataObject | undefined)?.display_name ?? ''), value: ['details.id'],
};

export const topicLocator = () => path('topic_id', locator({ label: 'Topic', description: 'The list has those that Whisk recommends', picker: topicPicker, placeholder: 'e.g. vegetarian' }));

export const integrationId = () => text({ label: 'Integration ID', required: true, placeholder: 'e.g. 6f1d2c3b4a5968778695a4b3c2d1e0f9', description: 'The connection in Whisk Studio that the records belong to; Studio Integration → Add gives it' });

export const postId = () => path('post_id', text({ label: 'Post ID', required: true, placeholder: 'e.g. 5b0c7d1e9f3a4c70', description: 'Post → Create gives it' }));

/** Why something shall be looked at; the page wants an e-mail address for questions. */
export const reportFields = {
	email: body('report_info.email', text({ label: 'Email', required: true, placeholder: 'e.g. name@email.com', description: 'Where Whisk may ask back' })),
	comment: body('report_info.comment', text({ label: 'Comment', rows: 2, placeholder: 'e.g. Advertises a shop', description: 'What is wrong, in your own words' })),
};
