// SPDX-License-Identifier: GPL-3.0-or-later
// des_loop.cpp: hand-written binary-heap event loop, the 'physical limit' for DES here
// g++ -O3 -march=native des_loop.cpp -o des_loop ; ./des_loop mmc N c seed | tandem N
#include <cstdio>
#include <cstdlib>
#include <cstdint>
#include <cmath>
#include <vector>
#include <deque>
#include <random>
#include <chrono>
#include <string>
#include <ctime>
struct X { uint64_t s[4]; static uint64_t rotl(uint64_t x,int k){return (x<<k)|(x>>(64-k));}
 X(uint64_t seed){ for(auto&v:s){ seed+=0x9E3779B97F4A7C15ull; uint64_t z=seed; z=(z^(z>>30))*0xBF58476D1CE4E5B9ull; z=(z^(z>>27))*0x94D049BB133111EBull; v=z^(z>>31);} }
 uint64_t next(){ uint64_t r=rotl(s[1]*5,7)*9,t=s[1]<<17; s[2]^=s[0];s[3]^=s[1];s[1]^=s[2];s[0]^=s[3];s[2]^=t;s[3]=rotl(s[3],45);return r;}
 double u(){ return ((next()>>11)+0.5)*0x1.0p-53; }
 double expo(double rate){ return -std::log(u())/rate; } };
struct Ev{ double t; uint32_t seq; int32_t node; int32_t ent; };
struct Heap{ std::vector<Ev> a; static bool lt(const Ev&x,const Ev&y){ return x.t<y.t||(x.t==y.t&&x.seq<y.seq);} 
 void push(Ev e){ size_t i=a.size(); a.push_back(e); while(i){ size_t p=(i-1)/2; if(!lt(e,a[p]))break; a[i]=a[p]; i=p;} a[i]=e; }
 Ev pop(){ Ev r=a[0],e=a.back(); a.pop_back(); size_t n=a.size(); if(n){ size_t i=0; for(;;){ size_t c=2*i+1; if(c>=n)break; if(c+1<n&&lt(a[c+1],a[c]))c++; if(!lt(a[c],e))break; a[i]=a[c]; i=c;} a[i]=e;} return r; } };
static double now_s(){ return ((double)clock()/CLOCKS_PER_SEC); }
int main(int argc,char**argv){ std::string mode=argv[1]; long N=atol(argv[2]); int c=argc>3?atoi(argv[3]):3; uint64_t seed=argc>4?atoll(argv[4]):1; X rng(seed);
 double t0=now_s(); long events=0;
 if(mode=="mmc"){ double lam=0.8*c, mu=1.0; Heap h; uint32_t seq=0; int busy=0; std::deque<double> q; double sumW=0; long served=0,arr=0; h.push({rng.expo(lam),seq++,-1,0});
  while(!h.a.empty()){ Ev e=h.pop(); events++; if(e.node<0){ arr++; if(arr<N) h.push({e.t+rng.expo(lam),seq++,-1,0}); if(busy<c){ busy++; served++; h.push({e.t+rng.expo(mu),seq++,0,0}); } else q.push_back(e.t);} else { if(!q.empty()){ sumW+=e.t-q.front(); q.pop_front(); served++; h.push({e.t+rng.expo(mu),seq++,0,0}); } else busy--; } }
  double dt=now_s()-t0; // Erlang C
  double a=lam/mu,s=0,term=1; for(int k=0;k<c;k++){ s+=term; term*=a/(k+1);} double pc=term/(1-a/c); double C=pc/(s+pc); printf("mmc c=%d customers=%ld events=%ld time=%.3fs Mev/s=%.2f Wq_sim=%.5f Wq_ErlangC=%.5f\n",c,N,events,dt,events/dt/1e6,sumW/served,C/(c*mu-lam)); }
 else { // 50-node open Jackson tandem with 2 servers each, finite buffer K with blocking-after-service if K>0
  int M=50; int srv=2; double lam=1.6,mu=1.0; int K=argc>5?atoi(argv[5]):0; struct Node{int busy=0; std::deque<int> q; std::deque<int> blockedBy;}; std::vector<Node> nd(M); std::vector<double> tin; tin.reserve(N); Heap h; uint32_t seq=0; long done=0,arr=0; double sumT=0,tl=0; std::vector<int> blkTo; 
  // K==0: infinite buffers (Jackson). K>0: a job finishing at i with queue(i+1)>=K stays, holding its server (BAS)
  h.push({rng.expo(lam),seq++,-1,0}); long blockedCount=0;
  auto enter=[&](int i,int ent,double t){ Node&n=nd[i]; if(n.busy<srv){ n.busy++; h.push({t+rng.expo(mu),seq++,i,ent}); } else n.q.push_back(ent); };
  auto startnext=[&](auto&&self,int i,double t)->void{ Node&n=nd[i]; // a server is free at i
     n.busy--; if(!n.q.empty()){ int e2=n.q.front(); n.q.pop_front(); n.busy++; h.push({t+rng.expo(mu),seq++,i,e2}); if(!n.blockedBy.empty()){ int e3=n.blockedBy.front(); n.blockedBy.pop_front(); n.q.push_back(e3); self(self,i-1,t);} } };
  while(!h.a.empty()){ Ev e=h.pop(); events++; tl=e.t; if(e.node<0){ tin.push_back(e.t); int id=arr++; if(arr<N) h.push({e.t+rng.expo(lam),seq++,-1,0}); enter(0,id,e.t);} else { int i=e.node; if(i+1==M){ sumT+=e.t-tin[e.ent]; done++; startnext(startnext,i,e.t);} else if(K>0&&nd[i+1].busy>=srv&&(int)nd[i+1].q.size()>=K){ nd[i+1].blockedBy.push_back(e.ent); blockedCount++; } else { enter(i+1,e.ent,e.t); startnext(startnext,i,e.t);} } }
  double dt=now_s()-t0; double rho=lam/(srv*mu); double a=lam/mu; double p0=1/(1+a+a*a/(2*(1-rho))); double C=a*a/(2*(1-rho))*p0; double W=1/mu+C/(srv*mu-lam);
  printf("tandem50 K=%d jobs=%ld events=%ld time=%.3fs Mev/s=%.2f meanT=%.4f Jackson=%.4f blocked=%ld\n",K,done,events,dt,events/dt/1e6,sumT/done,M*W,blockedCount); } }
