// Runs batches one after the other on one connection, and prints what comes: columns, rows, messages and errors, a line each.
const { Connection, Request } = require('tedious');
const env = process.env;
const options = { userName: env.LAB_USER, password: env.LAB_PASSWORD };
const connection = new Connection({
  server: 'localhost',
  authentication: { type: 'default', options },
  options: {
    port: Number(env.LAB_PORT),
    encrypt: true,
    trustServerCertificate: true,
    requestTimeout: 60000,
    useUTC: true,
  },
});
const text = value => value === null ? 'NULL' : value === true ? '1' : value === false ? '0' : String(value);
connection.on('infoMessage', message => {
  console.log('INFO ' + message.number + '/' + message.class + ' ' + message.message);
  // The batch that is to be cancelled says when it runs.
  if (message.message === 'cancel me') { connection.cancel(); }
});
connection.on('errorMessage', message => console.log('ERROR ' + message.number + '/' + message.class + ' ' + message.message));
const batches = env.LAB_BATCHES.split(/\ngo\n/);
const next = () => {
  if (batches.length === 0) { connection.close(); return; }
  const running = new Request(batches.shift(), error => {
    if (error && error.code === 'ECANCEL') { console.log('CANCELLED'); }
    next();
  });
  running.on('columnMetadata', columns => console.log('COLUMNS ' + columns.map(column => column.colName).join('\t')));
  running.on('row', columns => console.log('ROW ' + columns.map(column => text(column.value)).join('\t')));
  connection.execSqlBatch(running);
};
connection.connect(error => {
  if (error) { console.log('FAILED ' + error.message); connection.close(); return; }
  next();
});
