//! The stand-in as a program: sonarcloud.io and sonarqube.us on a loopback
//! port with TLS, and a control API beside them. One line of JSON on standard
//! output tells the ports; it ends when standard input does, so that it never
//! outlives the test that started it.

mod certificate;
mod command_line;
mod serve;

use std::error::Error;
use std::io::{Read, Write, stdin, stdout};
use std::sync::{Arc, Mutex};
use std::thread;

use command_line::Options;
use stand_in::Cloud;
use tokio::net::TcpListener;

fn main() -> Result<(), Box<dyn Error>> {
    let Some(options) = command_line::parse()? else {
        return Ok(writeln!(stdout(), "{}", command_line::HELP)?);
    };
    end_with_standard_input();
    tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()?
        .block_on(run(&options))
}

async fn run(options: &Options) -> Result<(), Box<dyn Error>> {
    let cloud = Arc::new(Mutex::new(Cloud::new(options.profile)));
    let tls = TcpListener::bind(("127.0.0.1", options.tls_port)).await?;
    let control = TcpListener::bind(("127.0.0.1", options.control_port)).await?;
    let (tls_port, control_port) = (tls.local_addr()?.port(), control.local_addr()?.port());
    writeln!(stdout(), r#"{{"tls":{tls_port},"control":{control_port}}}"#)?;
    let acceptor = certificate::acceptor()?;
    tokio::spawn(serve::control(control, cloud.clone()));
    serve::pages(tls, acceptor, cloud).await;
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
