import { body, path, query, secret, text } from '../../../engine/fields';
import { op, resource } from '../../../engine/rows';
import type { Output } from '../../../engine/types';

/** The token is left out unless it is asked for. */
const tokens = (...names: string[]): readonly Output[] => [
	{ value: 'withoutToken', name: 'Without Token', description: 'What the answer says beside the token', omit: names },
	{ value: 'withToken', name: 'With Token', description: 'All of the answer; whoever reads the execution can use the token' },
];

const invitation = () => path('invitation_token', secret({ label: 'Invitation Token', required: true, description: 'From the link of the invitation' }));
const resetToken = () => secret({ label: 'Reset Token', required: true, description: 'From the link that Reset Password sends' });
const password = (description: string) => body('password', secret({ label: 'Password', required: true, description }));

const unknownInvitation = { 404: 'No such invitation was found: it may be used already.' };
const unknownToken = { 401: 'The reset token is not valid, or no longer.', 404: 'No such reset token was found.' };

/** How people get into Crux Connect. None of these signs in. */
export const account = resource('Unsupported: Account', 'account', [
	op({
		value: 'acceptInvitation', name: 'Accept Invitation', action: 'Accept invitation', description: 'Set the first password of someone who is invited',
		route: 'POST /organizations/accept-invite/{invitation}/', since: 'timp', status: 'internal', open: true,
		effect: 'update', repeat: 'absolute', lane: ['invitation'],
		fields: { invitation: invitation(), password: password('The first one of the new user') }, echo: () => ({ success: true }), meanings: unknownInvitation,
	}),
	op({
		value: 'createPassword', name: 'Create Password', action: 'Create password', description: 'Set a new password with a reset token',
		route: 'POST /organizations/complete-password/', since: 'timp', status: 'internal', open: true,
		effect: 'update', repeat: 'absolute', lane: ['resetToken'],
		fields: { resetToken: body('token', resetToken()), password: password('The new one') }, echo: () => ({ success: true }), meanings: unknownToken,
	}),
	op({
		value: 'getToken', name: 'Get Token', action: 'Get token', description: 'Sign in by name and password, and see side, organization and permissions of the user. This node signs in by itself: no other operation needs it.',
		route: 'POST /organizations/user-login/', status: 'internal', open: true,
		effect: 'create', repeat: 'never', outputs: tokens('auth_token'),
		fields: { username: body('username', text({ label: 'User Name', required: true, placeholder: 'e.g. name@example.com' })), password: password('The one of this user') },
		meanings: { 401: 'User name or password is wrong.' },
	}),
	op({
		value: 'resetPassword', name: 'Reset Password', action: 'Reset password', description: 'Send someone a link to choose a new password',
		route: 'POST /organizations/reset-password/', since: 'timp', status: 'internal', open: true,
		effect: 'create', repeat: 'never', outputs: tokens('reset_token'),
		fields: { email: body('email', text({ label: 'Email', required: true, placeholder: 'e.g. name@example.com' })) },
		echo: ({ email }) => ({ success: true, email }),
	}),
	op({
		value: 'validateInvitation', name: 'Validate Invitation', action: 'Validate invitation', description: 'Look up whom an invitation is for; an expired one is sent anew',
		route: 'GET /organizations/accept-invite/{invitation}/', since: 'timp', status: 'internal', open: true,
		effect: 'read', repeat: 'absolute', outputs: tokens('token'), fields: { invitation: invitation() }, echo: () => ({ success: true }), meanings: unknownInvitation,
	}),
	op({
		value: 'validateResetToken', name: 'Validate Reset Token', action: 'Validate reset token', description: 'Look up whether a reset token can still be used',
		route: 'GET /organizations/complete-password/', since: 'timp', status: 'internal', open: true,
		effect: 'read', repeat: 'absolute', fields: { resetToken: query('token', resetToken()) }, empty: { success: true, valid: true }, meanings: unknownToken,
	}),
]);
