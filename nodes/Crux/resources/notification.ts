import { body, boolean, option, uuidLocator } from '../../../engine/fields';
import { op, resource } from '../../../engine/rows';
import { needs } from './fields';
import { settingPicker, wholeList } from './pickers';

export const notification = resource('Notification', 'notification', [
	op({
		value: 'getAll', name: 'Get Many', action: 'Get many notifications', description: 'Retrieve the notices on your dashboard; they name no order',
		route: 'GET /notifications/',
		effect: 'read', repeat: 'absolute', fields: {}, list: wholeList(), meanings: needs('view_orders'),
	}),
	op({
		value: 'getSettings', name: 'Get Settings', action: 'Get notification settings', description: 'Retrieve what the user of the credential is told about, where and how often',
		route: 'GET /notifications/notification-settings/',
		effect: 'read', repeat: 'absolute', fields: {}, list: wholeList(), meanings: needs('view_notifications_settings'),
	}),
	op({
		value: 'updateSettings', name: 'Update Settings', action: 'Update notification settings', description: 'Say whether, where and how often the user of the credential is told about something',
		route: 'PUT /notifications/notification-settings/',
		effect: 'update', repeat: 'absolute', lane: ['setting'],
		fields: {
			setting: body('uuid', uuidLocator({ label: 'Notification Setting', description: 'What the notices are about', picker: settingPicker, hint: 'The name of a setting is not its UUID: choose it from the list.' })),
			via: body('notification_via', option({ label: 'Via', required: true, description: 'Where the notices go', options: { Dashboard: 'Dashboard', email: 'Email' } })),
			frequency: body('notification_frequency', option({ label: 'Frequency', required: true, description: 'How often they come together', options: { 'Real-time': 'Real-Time', 'Twice a day': 'Twice a Day', Daily: 'Daily' } })),
			enabled: body('enabled', { ...boolean({ label: 'Enabled', required: true, description: 'Whether there are such notices at all' }) }),
		},
		echo: ({ setting, via, frequency, enabled }) => ({ success: true, uuid: setting, notification_via: via, notification_frequency: frequency, enabled }),
		meanings: {
			403: "The user of the credential lacks the permission 'view_notifications_settings' or 'edit_email_notifications_preferences'. An administrator of your organization can assign it.",
			404: 'No notification setting with this UUID was found.',
		},
	}),
]);
