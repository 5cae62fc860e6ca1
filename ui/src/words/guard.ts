import { isolated } from './isolated'

/** What is said around the brief, and before a call that may hurt. */
export const guardWords = {
  brief: 'The brief; every part leads to what it tells of',
  title: (name: string) => `Before you call ${isolated(name)}`,
  why: 'Why this call may hurt',
  anyway: 'Call anyway',
  callThem: (name: string) => `Call ${isolated(name)}`,
  wants: 'Wants',
  serves: 'Served by',
  interest: 'What they want',
  interestHint: 'In their words: “small Italian car, test drive”',
  department: 'Department',
  departmentHint: 'Who serves that: Cars, Trucks, Service',
  departmentOf: (name: string) => `Department of ${name}`,
  none: 'No department',
  departmentNow: (name: string, department: string) => (department ? `${name} is in ${department} now.` : `${name} is in no department now.`),
  mismatch: (member: string, isIn: string, customer: string, wants: string, serves: string) =>
    wants
      ? `${isolated(member)} is in ${isolated(isIn)}; ${isolated(customer)} wants ${isolated(wants)} (${isolated(serves)}).`
      : `${isolated(member)} is in ${isolated(isIn)}; ${isolated(serves)} serves ${isolated(customer)}.`,
  better: (member: string) => `Choose ${isolated(member)}`,
}
