import { repeated } from '../../../engine/composites';
import { body, collection, option, text, uuid } from '../../../engine/fields';
import { op, resource } from '../../../engine/rows';
import { CREATE_REQUEST, UPDATE_REQUEST } from './bodyExamples';
import { onlyFor, requestLocator } from './fields';
import { connectionRequests } from './pickers';

const TYPES = { item: 'Items', order: 'Orders', allocation: 'Allocations', tracking: 'Tracking', other: 'Other' };

const integrationWords = { label: 'Integrations', add: 'Add Integration', entry: 'Integration' };

const integration = (type: string) => ({
	type: body(type, option({ label: 'Type', description: 'What is exchanged', options: TYPES, open: true })),
	frequency: body('update_frequency', text({ label: 'Update Frequency', placeholder: 'e.g. 30 6,12 * * *', description: 'How often, as a cron expression' })),
	fileLocations: body('file_locations', text({ label: 'File Locations', placeholder: 'e.g. ftp://example.com/in', description: 'Where the files lie' })),
	fileSpecs: body('file_specs', text({ label: 'File Specifications', rows: 2, description: 'What is in the files' })),
	rules: body('rules', text({ label: 'Rules', rows: 2, description: 'What else has to be observed' })),
});

const files = body('uploaded_files', repeated({ label: 'Uploaded Files', add: 'Add File', entry: 'File', description: 'Files that File → Upload has sent' }, {
	fileName: body('name', text({ label: 'File Name', placeholder: 'e.g. W-9' })),
	file: body('uuid', uuid({ label: 'File UUID', hint: 'File → Upload hands it on.' })),
}));

const details = {
	// The text of the page and its sample name it differently: both are sent.
	accountNumber: body('organization_account_number', text({ label: 'Account Number', description: 'Under which the supplier knows your organization' }), ['retailer_account_number']),
	additionalInformation: body('additional_information', text({ label: 'Additional Information', rows: 3, description: 'Notes and links for the staff of Crux Connect' })),
	contactEmail: body('primary_contact_email', text({ label: 'Contact Email', placeholder: 'e.g. name@example.com' })),
	contactPhone: body('primary_contact_phone', text({ label: 'Contact Phone', placeholder: 'e.g. 801-555-1212' })),
	uploadedFiles: files,
};

const organizationName = (required: boolean) => body('organization_name', text({ label: 'Organization Name', required, placeholder: 'e.g. Northwind Supply', description: 'The supplier to be connected with' }));
const contactName = (required: boolean) => body('primary_contact_name', text({ label: 'Contact Name', required, placeholder: 'e.g. Sven Okafor', description: 'Whom to talk to at the supplier' }));

export const connectionRequest = resource('Connection Request', 'connectionRequest', [
	op({
		value: 'create', name: 'Create', action: 'Create connection request', description: 'Ask Crux Connect to connect your organization with a supplier; a second sending asks twice',
		route: 'POST /organizations/connections/request/', bodyExample: CREATE_REQUEST,
		effect: 'create', repeat: 'never',
		fields: {
			organizationName: organizationName(true), contactName: contactName(true),
			integrations: body('integrations', repeated({ ...integrationWords, description: 'What is to be exchanged with the supplier' }, integration('type'))),
			additionalFields: collection({ label: 'Additional Fields', add: 'Add Field' }, details),
		},
		meanings: onlyFor('retailer'),
	}),
	op({
		value: 'get', name: 'Get', action: 'Get connection request', description: 'Retrieve a request with its integrations, its files and whether it is approved',
		route: 'GET /organizations/connections/request/{request}/',
		effect: 'read', repeat: 'absolute', fields: { request: requestLocator() },
		meanings: { ...onlyFor('retailer'), 404: 'No connection request with this UUID was found.' },
	}),
	op({
		value: 'getAll', name: 'Get Many', action: 'Get many connection requests', description: 'Retrieve what your organization has asked for, approved or not',
		route: 'GET /organizations/connections/request/',
		effect: 'read', repeat: 'absolute', fields: {}, list: connectionRequests,
		meanings: onlyFor('retailer'),
	}),
	op({
		value: 'update', name: 'Update', action: 'Update connection request',
		description: 'Change a request before it is approved. An integration without its UUID may be added, so it is sent once only.',
		route: 'PATCH /organizations/connections/request/{request}/', bodyExample: UPDATE_REQUEST,
		effect: 'update', repeat: 'never', lane: ['request'],
		fields: {
			request: requestLocator(),
			integrations: body('integrations', repeated({ ...integrationWords, description: 'Those to change, by their UUID, and new ones without it' }, {
				record: body('record_uuid', uuid({ label: 'Integration UUID', hint: "It stands in 'integrations' of the request." })), ...integration('integration_type'),
			})),
			updateFields: collection({ label: 'Update Fields', add: 'Add Field' }, { ...details, contactName: contactName(false), organizationName: organizationName(false) }),
		},
		anyOf: ['integrations', 'updateFields'],
		echo: ({ request }) => ({ success: true, request_uuid: request }),
		meanings: { ...onlyFor('retailer'), 404: 'No connection request with this UUID was found.' },
	}),
]);
