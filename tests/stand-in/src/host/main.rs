//! The stand-in as a program: sonarcloud.io and sonarqube.us on a loopback
//! port with TLS, and a control API beside them. One line of JSON on standard
//! output tells the ports; it ends when standard input does, so that it never
//! outlives the test that started it.
//!
//! With `--behind`, it is a façade: a real SonarQube Server answers in the place
//! of the state machine, and only what Cloud alone has is added.

mod certificate;
mod command_line;
mod machine;
mod serve;
mod server;
mod wire;

use std::error::Error;
use std::io::{Read, Write, stdin, stdout};
use std::sync::Arc;
use std::thread;

use command_line::Options;
use machine::Machine;
use serve::Backend;
use server::Server;
use tokio::net::TcpListener;

fn main() -> Result<(), Box<dyn Error>> {
    let Some(options) = command_line::parse()? else {
        return Ok(writeln!(stdout(), "{}", command_line::HELP)?);
    };
    end_with_standard_input();
    tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()?
        .block_on(async {
            match &options.behind {
                Some(address) => run(&options, Server::new(address.clone())).await,
                None => run(&options, Machine::new(options.profile, &options.context)).await,
            }
        })
}

async fn run(options: &Options, end: impl Backend) -> Result<(), Box<dyn Error>> {
    let end = Arc::new(end);
    let tls = TcpListener::bind(("127.0.0.1", options.tls_port)).await?;
    let control = TcpListener::bind(("127.0.0.1", options.control_port)).await?;
    let (tls_port, control_port) = (tls.local_addr()?.port(), control.local_addr()?.port());
    writeln!(stdout(), r#"{{"tls":{tls_port},"control":{control_port}}}"#)?;
    let acceptor = certificate::acceptor()?;
    tokio::spawn(serve::control(control, end.clone()));
    serve::pages(tls, acceptor, end).await;
    Ok(())
}

/// The parent holds the other end of standard input: when it goes, so do we.
fn end_with_standard_input() {
    thread::spawn(|| {
        let mut sink = [0; 64];
        while stdin().read(&mut sink).is_ok_and(|read| read > 0) {}
        std::process::exit(0);
    });
}
