use std::time::Instant; use app::ports::Letters; use letters::*;
fn main(){ let t=Typst::new().unwrap(); let n:usize=std::env::args().nth(1).unwrap().parse().unwrap();
 let f=serde_json::to_value(samples::form_with_items(n)).unwrap();
 let s=Instant::now(); let p=t.page_texts("BC20",&f).unwrap(); println!("{n}: compile {:?} {} pages",s.elapsed(),p.len());
 let t=Typst::new().unwrap();
 let s=Instant::now(); let p=t.render("BC20",&f).unwrap(); println!("{n}: all {:?} {} bytes",s.elapsed(),p.len());
 println!("{}", std::fs::read_to_string("/proc/self/status").unwrap().lines().filter(|l| l.starts_with("VmHWM")).collect::<String>());
}
