/** A value that cannot be sent, in words for the person who gave it. */
export class FieldProblem extends Error {
	/**
	 * @param message what is wrong, without the name of the parameter
	 * @param help what to do
	 */
	constructor(
		message: string,
		readonly help = '',
	) {
		super(message);
		this.name = 'FieldProblem';
	}
}

/** A sign-in that the service refused; its message is shown word for word by n8n's credential test. */
export class SignInError extends Error {
	constructor(message: string) {
		super(message);
		this.name = 'SignInError';
	}
}
